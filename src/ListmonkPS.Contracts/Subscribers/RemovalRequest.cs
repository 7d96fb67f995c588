namespace ListmonkPS;

/// <summary>Whom of those who wait to remove.</summary>
public sealed record RemovalRequest
{
    /// <summary>Numbers and UUIDs of people; who has another UUID now is not removed.</summary>
    public required IReadOnlyDictionary<int, Guid> People { get; init; }

    /// <summary>Nobody is removed who signed up, or was mailed again, within this span.</summary>
    public required TimeSpan GracePeriod { get; init; }

    /// <summary>Full path of the file that takes who is removed, first.</summary>
    public required string Path { get; init; }
}

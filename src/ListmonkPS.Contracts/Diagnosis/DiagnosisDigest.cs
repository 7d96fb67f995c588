namespace ListmonkPS;

/// <summary>What the head and the closing lines of a diagnosis say.</summary>
public sealed record DiagnosisDigest
{
    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }

    /// <summary>Version text of the server; null when unknown.</summary>
    public string? Version { get; init; }

    /// <summary>Accesses that the session had.</summary>
    public Access Access { get; init; }

    /// <summary>Name of the API user; null without.</summary>
    public string? User { get; init; }

    /// <summary>True when the database role cannot change settings; null without a database.</summary>
    public bool? IsDatabaseReadOnly { get; init; }

    /// <summary>All checks of the run, ranked, also those that a filter leaves out.</summary>
    public IReadOnlyList<ListmonkCheck> Checks { get; init; } = [];

    /// <summary>How many people wait; null when not known with this access.</summary>
    public long? WaitingCount { get; init; }

    /// <summary>Time from the start of the run to its end.</summary>
    public TimeSpan Duration { get; init; }
}

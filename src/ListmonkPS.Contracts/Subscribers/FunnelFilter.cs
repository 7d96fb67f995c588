namespace ListmonkPS;

/// <summary>Which sign-ups are measured.</summary>
public sealed record FunnelFilter
{
    /// <summary>List names with PowerShell wildcards, numbers or UUIDs; empty for all double opt-in lists.</summary>
    public IReadOnlyList<string> List { get; init; } = [];

    /// <summary>Only sign-ups at or after this time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only sign-ups before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Bound of each statement that counts in the database.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);
}

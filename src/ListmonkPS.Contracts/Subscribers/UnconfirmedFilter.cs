namespace ListmonkPS;

/// <summary>Which unconfirmed subscribers are wanted; evaluated at the server.</summary>
public sealed record UnconfirmedFilter
{
    /// <summary>List names with PowerShell wildcards, numbers or UUIDs; empty for all double opt-in lists.</summary>
    public IReadOnlyList<string> List { get; init; } = [];

    /// <summary>Only people whose oldest waiting subscription was made at or after this time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only people whose oldest waiting subscription was made before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Domains of the addresses, with PowerShell wildcards; empty for all.</summary>
    public IReadOnlyList<string> Domain { get; init; } = [];

    /// <summary>Addresses with PowerShell wildcards; empty for all.</summary>
    public IReadOnlyList<string> Email { get; init; } = [];

    /// <summary>Whether people are wanted, too, whose mail bounced hard or who complained of it.</summary>
    public bool IncludeBounced { get; init; }

    /// <summary>At most so many people; null for all.</summary>
    public long? First { get; init; }
}

namespace ListmonkPS;

/// <summary>Which entries of the ledger are wanted.</summary>
public sealed record OptInResendFilter
{
    /// <summary>Names of runs, with PowerShell wildcards; empty for all.</summary>
    public IReadOnlyList<string> Run { get; init; } = [];

    /// <summary>States; empty for all.</summary>
    public IReadOnlyList<OptInResendState> State { get; init; } = [];

    /// <summary>Only what was sent or ended at or after this time; null for no bound.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only what was sent or ended before this time; null for no bound.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Connection string of the database that holds the ledger, without a password; null for the session's database, or the local journal.</summary>
    public string? LedgerConnection { get; init; }
}

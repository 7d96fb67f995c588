using System.Net;

namespace ListmonkPS;

/// <summary>How people shall be mailed again. What is null or unset was not asked for: a run that is resumed keeps its own.</summary>
public sealed record ResendRequest
{
    /// <summary>Name of the run; null for a new one that gets a name of its own.</summary>
    public string? Run { get; init; }

    /// <summary>Full path of a plan file whose people are taken; null for none.</summary>
    public string? PlanPath { get; init; }

    /// <summary>How to send; null for the API where right and version allow it, else SMTP.</summary>
    public ResendRoute? Via { get; init; }

    /// <summary>Mails a minute of the account; null for 60.</summary>
    public int? RatePerMinute { get; init; }

    /// <summary>Mails a day of the account; null for the provider's limit where it is known, else none.</summary>
    public int? DailyLimit { get; init; }

    /// <summary>How often a mail is tried; null for 5.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>Mails at the same time; null for 2 by the API and 4 by SMTP.</summary>
    public int? ThrottleLimit { get; init; }

    /// <summary>Nobody is mailed again who was within this span; null for a day.</summary>
    public TimeSpan? MinimumInterval { get; init; }

    /// <summary>Time zone whose midnight begins the day of the daily limit; null for the local one.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>True to mail those too who look like bots.</summary>
    public bool IncludeSuspect { get; init; }

    /// <summary>True to send those again of whom it is not known whether their mail left.</summary>
    public bool RetryInDoubt { get; init; }

    /// <summary>True to wait for limits to pass instead of ending.</summary>
    public bool Wait { get; init; }

    /// <summary>Full path of the template of the mails; null for the one that the module ships. By SMTP only.</summary>
    public string? TemplatePath { get; init; }

    /// <summary>Log-ins of mail servers whose password is not known here; each serves the SMTP blocks of its user name.</summary>
    public IReadOnlyList<NetworkCredential> SmtpCredentials { get; init; } = [];

    /// <summary>Address that gets every mail instead of its subscriber: a rehearsal. Null for none. By SMTP only.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Address that gets one sample; null for none. By SMTP only.</summary>
    public string? PreviewTo { get; init; }

    /// <summary>True when the same command mails people of other sessions too: then the plan knows all whom it would mail, and can be compared with theirs.</summary>
    public bool HasOthers { get; init; }

    /// <summary>Connection string of the database that holds the ledger, without a password; null for the session's database, or the local journal.</summary>
    public string? LedgerConnection { get; init; }
}

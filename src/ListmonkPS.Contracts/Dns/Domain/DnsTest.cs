namespace ListmonkPS;

/// <summary>What one record of a domain is worth for its mail.</summary>
public sealed record DnsTest
{
    /// <summary>What it is about.</summary>
    public DnsTestKind Kind { get; init; }

    /// <summary>Name that was looked at.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Pass; Warning for what providers merely dislike, and for everything that is inferred; Fail for what makes mail be refused or sorted out; Error when
    /// the DNS did not answer; Skipped when it cannot be judged.
    /// </summary>
    public CheckStatus Status { get; init; }

    /// <summary>The record; null when there is none.</summary>
    public string? Record { get; init; }

    /// <summary>Machine words; see <see cref="DnsReason"/> and those of SPF, DKIM and DMARC.</summary>
    public TextList<string> Reasons { get; init; } = TextList<string>.Empty;

    /// <summary>What was found, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What to do; null when nothing is to be done.</summary>
    public string? Remedy { get; init; }

    /// <summary>The record to publish; null when there is none to propose.</summary>
    public DnsProposal? Proposal { get; init; }

    /// <summary>True when address, envelope or signing domain were inferred instead of given or read from a mail.</summary>
    public bool Inferred { get; init; }

    /// <summary>The whole result of SPF, DKIM or DMARC; null for other kinds.</summary>
    public object? Detail { get; init; }
}

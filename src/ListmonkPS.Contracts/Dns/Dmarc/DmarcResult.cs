namespace ListmonkPS;

/// <summary>The DMARC policy that applies to a domain, and, where authentication results were given, the outcome for a message.</summary>
public sealed record DmarcResult
{
    /// <summary>Domain of the From address.</summary>
    public required string Domain { get; init; }

    /// <summary>Text that it was judged by.</summary>
    public DmarcStandard Standard { get; init; }

    /// <summary>One of the words of <see cref="DmarcVerdict"/>: found, none, ignored, temperror.</summary>
    public required string Verdict { get; init; }

    /// <summary>Name whose record applies; null when none does.</summary>
    public string? PolicyDomain { get; init; }

    /// <summary>Tag that the policy comes from: p, sp or np; null without a policy.</summary>
    public string? PolicyTag { get; init; }

    /// <summary>Policy as published or assumed: none, quarantine or reject; null without one.</summary>
    public string? Policy { get; init; }

    /// <summary>Policy after t=y; null without one.</summary>
    public string? EffectivePolicy { get; init; }

    /// <summary>Organizational domain of the domain; null when it could not be found out.</summary>
    public string? OrganizationalDomain { get; init; }

    /// <summary>The record that applies; null when none does.</summary>
    public string? Record { get; init; }

    /// <summary>Values of the record's tags after defaults, by name; empty without a record.</summary>
    public IReadOnlyDictionary<string, object> Tags { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, object>.Empty;

    /// <summary>The _dmarc names that were asked, in order.</summary>
    public TextList<string> Lookups { get; init; } = TextList<string>.Empty;

    /// <summary>Machine words for all that was noticed; see <see cref="DmarcReason"/>.</summary>
    public TextList<string> Reasons { get; init; } = TextList<string>.Empty;

    /// <summary>Outcome for the message, one of the words of <see cref="DmarcOutcome"/>: pass, fail, none, temperror; null without authentication results.</summary>
    public string? Result { get; init; }

    /// <summary>True when SPF passed for an aligned domain; null without authentication results.</summary>
    public bool? SpfAligned { get; init; }

    /// <summary>True when a signature of an aligned domain verified; null without authentication results.</summary>
    public bool? DkimAligned { get; init; }

    /// <summary>Addresses that reports are asked for, with whether they may be sent there.</summary>
    public TextList<DmarcReportAddress> ReportAddresses { get; init; } = TextList<DmarcReportAddress>.Empty;

    /// <summary>The same by RFC 7489 where that differs and could be found out; null otherwise.</summary>
    public DmarcResult? ByRfc7489 { get; init; }

    /// <summary>The result in one sentence.</summary>
    public required string Summary { get; init; }
}

using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>What came of one question.</summary>
/// <param name="Kind">The outcome.</param>
/// <param name="Records">Records of the type asked for, in the order of the answer; empty unless the kind is Records.</param>
/// <param name="Aliases">The names that CNAMEs led through, in order, without the name asked for; empty when there was none.</param>
internal sealed record DnsAnswer(DnsAnswerKind Kind, IReadOnlyList<DnsRecord> Records, IReadOnlyList<string> Aliases)
{
    /// <summary>An answer without records and aliases.</summary>
    public DnsAnswer(DnsAnswerKind kind)
        : this(kind, [], [])
    {
    }

    /// <summary>Response code of the server, where there was one.</summary>
    public int? ResponseCode { get; init; }

    /// <summary>True when it is not known whether there are records: a temporary error for SPF, DKIM and DMARC.</summary>
    public bool IsError => Kind > DnsAnswerKind.NxDomain;

    /// <summary>True when it is certain that there are no records: a void lookup (RFC 7208 4.6.4).</summary>
    public bool IsVoid => Kind is DnsAnswerKind.NoData or DnsAnswerKind.NxDomain;
}

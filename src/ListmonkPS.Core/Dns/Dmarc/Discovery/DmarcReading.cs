using ListmonkPS.Core.Dns.Dmarc.Records;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dmarc.Discovery;

/// <summary>What one name has (RFC 9989 4.10 steps 1 to 3).</summary>
/// <param name="Domain">The name, without _dmarc.</param>
/// <param name="Record">Its one record; null for none, for several, and after an error.</param>
internal sealed record DmarcReading(string Domain, DmarcRecord? Record)
{
    /// <summary>True when there were several DMARC records, all discarded.</summary>
    public bool HasSeveral { get; init; }

    /// <summary>True when a TXT record was discarded that is none of DMARC.</summary>
    public bool HasOthers { get; init; }

    /// <summary>Kind of error; null when the lookup completed.</summary>
    public DnsAnswerKind? Error { get; init; }
}

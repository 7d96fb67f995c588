using ListmonkPS.Core.Dns.Dmarc.Records;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dmarc.Discovery;

/// <summary>What discovery found for a domain, by either standard.</summary>
internal sealed record DmarcDiscovery
{
    /// <summary>The record that applies; null for none.</summary>
    public DmarcRecord? Record { get; init; }

    /// <summary>The name that has it.</summary>
    public string? PolicyDomain { get; init; }

    /// <summary>True when it is not the domain's own record, so that sp and np count.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Organizational domain; null when an error hid it.</summary>
    public string? OrganizationalDomain { get; init; }

    /// <summary>The name whose lookup failed where the policy depends on it; null for none.</summary>
    public string? ErrorName { get; init; }

    /// <summary>Kind of that error.</summary>
    public DnsAnswerKind ErrorKind { get; init; }

    /// <summary>Machine words.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}

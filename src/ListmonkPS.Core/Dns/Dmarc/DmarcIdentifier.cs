using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>A domain that SPF or DKIM has judged.</summary>
/// <param name="Result">Word of the result; only pass authenticates (RFC 9989 3.2.1).</param>
/// <param name="Domain">The domain as given.</param>
internal sealed record DmarcIdentifier(string Result, string Domain)
{
    /// <summary>True when the domain is authenticated.</summary>
    public bool IsPass => Result.Equals("pass", StringComparison.OrdinalIgnoreCase);

    /// <summary>The domain as A-labels without final dot; null when it is none.</summary>
    public string? Name => DomainName.TryNormalizeAny(Domain);
}

using System.Net;
using ListmonkPS.Core.Dns.Spf.Macros;

namespace ListmonkPS.Core.Dns.Spf.Records;

/// <summary>One term of a record: a directive (qualifier and mechanism) or a modifier.</summary>
/// <param name="Text">As published.</param>
/// <param name="Kind">Which.</param>
internal sealed record SpfTerm(string Text, SpfTermKind Kind)
{
    /// <summary>Longest prefix of IPv4.</summary>
    public const int Bits4 = 32;

    /// <summary>Longest prefix of IPv6.</summary>
    public const int Bits6 = 128;

    /// <summary>Result when a mechanism matches (RFC 7208 4.6.2); Pass without a qualifier.</summary>
    public SpfOutcome Qualifier { get; init; } = SpfOutcome.Pass;

    /// <summary>Argument after the colon or the equals sign; null for none, which means the current domain.</summary>
    public MacroString? Domain { get; init; }

    /// <summary>Network of ip4 and ip6.</summary>
    public IPAddress? Network { get; init; }

    /// <summary>Prefix length for IPv4 addresses.</summary>
    public int Prefix4 { get; init; } = Bits4;

    /// <summary>Prefix length for IPv6 addresses.</summary>
    public int Prefix6 { get; init; } = Bits6;

    /// <summary>True for the terms that are limited to ten a check (RFC 7208 4.6.4).</summary>
    public bool IsCounted => Kind is SpfTermKind.Include or SpfTermKind.A or SpfTermKind.Mx or SpfTermKind.Ptr or SpfTermKind.Exists or SpfTermKind.Redirect;

    public override string ToString() => Text;
}

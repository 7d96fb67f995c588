namespace ListmonkPS.Core.Dns.Spf.Records;

/// <summary>The mechanisms of RFC 7208 5 and the modifiers of 6.</summary>
internal enum SpfTermKind
{
    All,
    Include,
    A,
    Mx,
    Ptr,
    Ip4,
    Ip6,
    Exists,
    Redirect,
    Exp,
    UnknownModifier,
}

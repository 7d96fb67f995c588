namespace ListmonkPS.Core.Dns.Spf.Macros;

/// <summary>Where a macro-string stands; that decides what it may hold.</summary>
internal enum MacroUse
{
    /// <summary>A name to look up: no c, r, t; must end in a top label or a macro (RFC 7208 7.1).</summary>
    DomainSpec,

    /// <summary>The value of a modifier that nobody knows: only its grammar matters (6).</summary>
    ModifierValue,

    /// <summary>The text for people that exp points to: spaces are allowed (6.2).</summary>
    Explanation,
}

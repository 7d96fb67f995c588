namespace ListmonkPS.Core.Dns.Spf.Records;

/// <summary>A record whose syntax is right as a whole.</summary>
/// <param name="Text">As published, strings joined.</param>
/// <param name="Mechanisms">Directives in order.</param>
/// <param name="Redirect">The redirect modifier, if any.</param>
/// <param name="Exp">The exp modifier, if any.</param>
internal sealed record SpfRecord(string Text, IReadOnlyList<SpfTerm> Mechanisms, SpfTerm? Redirect, SpfTerm? Exp)
{
    /// <summary>True when "all" stands anywhere: redirect is then ignored (RFC 7208 6.1).</summary>
    public bool HasAll => Mechanisms.Any(term => term.Kind == SpfTermKind.All);
}

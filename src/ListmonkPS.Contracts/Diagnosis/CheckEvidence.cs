namespace ListmonkPS;

/// <summary>One thing that was seen, in support of a finding.</summary>
/// <param name="Source">Where it was seen: "GET /api/settings", "settings row", "PostgreSQL".</param>
/// <param name="What">Which thing: a key, a column, an address.</param>
/// <param name="Found">What was there, made harmless; never a secret.</param>
/// <param name="Wanted">What should be there; null when there is no one right value.</param>
/// <param name="When">When the thing was made or last changed, where the source tells; null otherwise.</param>
public sealed record CheckEvidence(string Source, string What, string Found, string? Wanted = null, DateTimeOffset? When = null)
{
    /// <summary>Evidence in one line.</summary>
    public override string ToString() => Wanted is null
        ? Texts.Format("view.evidence", Source, What, Found)
        : Texts.Format("view.evidence-wanted", Source, What, Found, Wanted);
}

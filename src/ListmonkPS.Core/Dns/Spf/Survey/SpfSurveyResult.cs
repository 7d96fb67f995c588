namespace ListmonkPS.Core.Dns.Spf.Survey;

/// <summary>What a domain's SPF record is like as a whole, for no client in particular.</summary>
/// <param name="LookupCount">Terms with lookups when nothing matches before the end: receivers stop at eleven.</param>
/// <param name="Notes">Machine words for what is notable about the domain's own record.</param>
/// <param name="Domains">Names whose records were walked, the domain itself among them.</param>
internal sealed record SpfSurveyResult(int LookupCount, IReadOnlyList<string> Notes, IReadOnlyCollection<string> Domains);

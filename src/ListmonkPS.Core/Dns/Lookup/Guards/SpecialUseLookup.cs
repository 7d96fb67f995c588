namespace ListmonkPS.Core.Dns.Lookup.Guards;

/// <summary>Answers itself for names that cannot exist in the public DNS, so that no resolver out there is bothered with them.</summary>
/// <param name="inner">Who is asked for all others.</param>
internal sealed class SpecialUseLookup(IDnsLookup inner) : IDnsLookup
{
    public ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation) =>
        SpecialUseNames.Has(question.Name) ? ValueTask.FromResult(new DnsAnswer(DnsAnswerKind.NxDomain)) : inner.AskAsync(question, cancellation);
}

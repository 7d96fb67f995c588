using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>The DNS as it would be with one TXT record set replaced: so a proposal is judged before anybody publishes it.</summary>
/// <param name="inner">The DNS as it is.</param>
/// <param name="name">Name whose TXT records are replaced.</param>
/// <param name="text">The one record that it would have.</param>
internal sealed class OverlayLookup(IDnsLookup inner, string name, string text) : IDnsLookup
{
    private readonly DnsAnswer _proposed = new(DnsAnswerKind.Records, [new TxtRecord([text])], []);

    public ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation) =>
        question == new DnsQuestion(name, DnsRecordType.Txt) ? ValueTask.FromResult(_proposed) : inner.AskAsync(question, cancellation);
}

using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>The DNS as it would be with one record set replaced: so a proposal is judged before anybody publishes it.</summary>
/// <param name="inner">The DNS as it is.</param>
/// <param name="replaced">Name and type of the set.</param>
/// <param name="records">The records that it would have.</param>
internal sealed class OverlayLookup(IDnsLookup inner, DnsQuestion replaced, params IReadOnlyList<DnsRecord> records) : IDnsLookup
{
    private readonly DnsAnswer _proposed = new(DnsAnswerKind.Records, records, []);

    /// <summary>With one TXT record at a name.</summary>
    public static OverlayLookup WithText(IDnsLookup inner, string name, string text) =>
        new(inner, new DnsQuestion(name, DnsRecordType.Txt), new TxtRecord([text]));

    public ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation) =>
        question == replaced ? ValueTask.FromResult(_proposed) : inner.AskAsync(question, cancellation);
}

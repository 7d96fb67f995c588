using System.Collections.Concurrent;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns;

/// <summary>The second lookup beside the real one: answers from a zone in memory, silence being a time-out at once. Keeps what was asked.</summary>
/// <param name="zone">The zone.</param>
internal sealed class ZoneLookup(Zone zone) : IDnsLookup
{
    private readonly ConcurrentDictionary<DnsQuestion, DnsAnswer> _answers = new();

    /// <summary>Every question so far, in order.</summary>
    public ConcurrentQueue<DnsQuestion> Asked { get; } = new();

    public ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!DomainName.CanBeAsked(question.Name))
            return ValueTask.FromResult(new DnsAnswer(DnsAnswerKind.NxDomain));
        Asked.Enqueue(question);
        return ValueTask.FromResult(_answers.GetOrAdd(question, Answer));
    }

    private DnsAnswer Answer(DnsQuestion question)
    {
        ZoneReply reply = zone.Answer(question);
        string[] aliases = [.. reply.Answers.Where(record => record.Type == DnsRecordType.Cname && question.Type != DnsRecordType.Cname).Select(record => ((HostRecord)record.Data).Host)];
        DnsRecord[] records = [.. reply.Answers.Where(record => record.Type == question.Type).Select(record => record.Data)];
        return new DnsAnswer(KindOf(reply, records.Length > 0), records, aliases) { ResponseCode = reply.Code };
    }

    private static DnsAnswerKind KindOf(ZoneReply reply, bool hasRecords) => reply.Code switch
    {
        null => DnsAnswerKind.Timeout,
        ZoneReply.NoError => hasRecords ? DnsAnswerKind.Records : DnsAnswerKind.NoData,
        ZoneReply.NameError => DnsAnswerKind.NxDomain,
        2 => DnsAnswerKind.ServFail,
        5 => DnsAnswerKind.Refused,
        _ => DnsAnswerKind.OtherCode,
    };
}

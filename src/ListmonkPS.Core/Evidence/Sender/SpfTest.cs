using System.Net;
using System.Runtime.CompilerServices;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Checks SPF for the addresses of requests, with what they leave open filled in from a server's settings.</summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="time">Clock.</param>
/// <param name="sender">Who the server sends as; null without a session.</param>
internal sealed class SpfTest(IDnsLookup lookup, TimeProvider time, SenderSettings? sender)
{
    private readonly SpfEvaluator _evaluator = new(lookup, time);

    /// <summary>The results, in the order of requests and addresses.</summary>
    /// <exception cref="FailureException">No address is given and none can be inferred.</exception>
    public IAsyncEnumerable<SpfResult> RunAsync(IReadOnlyList<SpfRequest> requests, INoticeSink notices, CancellationToken cancellation) =>
        SideBySide.RunAsync(ChecksAsync(requests, notices, cancellation), cancellation);

    private async IAsyncEnumerable<Func<Task<SpfResult>>> ChecksAsync(
        IReadOnlyList<SpfRequest> requests, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (SpfRequest request in requests)
        {
            bool isOpen = request.Domain is null && request.Sender is null && request.HelloName is null;
            string? mailFrom = isOpen ? sender?.EnvelopeSender : request.Sender;
            TextList<string> inferred = new(Inferred(request, isOpen));
            foreach (IPAddress address in request.Addresses.Count > 0 ? request.Addresses : await RelayAsync(request, notices, cancellation))
            {
                SpfIdentity identity = SpfIdentity.Create(address, request.Domain, mailFrom, request.HelloName ?? sender?.HelloName);
                yield return async () => await _evaluator.CheckHostAsync(identity, cancellation) with { Inferred = inferred };
            }
        }
    }

    private IEnumerable<string> Inferred(SpfRequest request, bool isOpen)
    {
        if (sender is null)
            yield break;
        if (request.Addresses.Count == 0)
            yield return nameof(SpfResult.IPAddress);
        if (isOpen)
            yield return nameof(SpfResult.Sender);
        if (request.HelloName is null)
            yield return nameof(SpfResult.HelloName);
    }

    /// <summary>The public addresses of the operator's own relay; of a provider that is known, one that its own record allows.</summary>
    private async Task<IReadOnlyList<IPAddress>> RelayAsync(SpfRequest request, INoticeSink notices, CancellationToken cancellation)
    {
        List<IPAddress> found = [];
        if (sender is { IsOwnRelay: true, SmtpHost: { } host })
        {
            foreach (DnsRecordType type in (DnsRecordType[])[DnsRecordType.A, DnsRecordType.Aaaa])
            {
                DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(host, type), cancellation);
                found.AddRange(answer.Records.OfType<AddressRecord>().Select(record => record.Address).Where(PublicAddress.IsPublic));
            }

            if (found.Count > 0)
                notices.Warning(Texts.Format("notice.dns.inferred-address", string.Join(", ", found), host));
        }
        else if (sender?.SmtpHost is { } relay && ProviderIncludes.Of(relay) is { } include && await new ProviderAddress(lookup).FindAsync(include, cancellation) is { } address)
        {
            found.Add(address);
            notices.Warning(Texts.Format("notice.dns.provider-address", address, relay, include));
        }

        return found.Count > 0 ? found : throw new FailureException(DnsFailures.AddressNeeded(request.Domain ?? sender?.FromDomain ?? ""));
    }
}

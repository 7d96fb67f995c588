using System.Runtime.CompilerServices;
using ListmonkPS.Core.Dns.Policies.MtaSts;
using ListmonkPS.Core.Evidence.Sender;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>What the DNS says about the mail of a domain; what a request leaves open is taken from a server's settings.</summary>
/// <param name="time">Clock.</param>
internal sealed class DnsDoor(TimeProvider time) : IDnsDoor
{
    /// <inheritdoc/>
    public IAsyncEnumerable<SpfResult> TestSpfAsync(
        ListmonkSession? session, IReadOnlyList<SpfRequest> requests, DnsOptions dns, INoticeSink notices, CancellationToken cancellation) =>
        TestAsync(session, dns, notices, (sender, lookup) => new SpfTest(lookup.Run, time, sender).RunAsync(requests, notices, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<DkimResult> TestDkimAsync(
        ListmonkSession? session, IReadOnlyList<DkimRequest> requests, DnsOptions dns, INoticeSink notices, CancellationToken cancellation) =>
        TestAsync(session, dns, notices, (sender, lookup) => new DkimTest(lookup.Run, sender).RunAsync(requests, notices, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<DmarcResult> TestDmarcAsync(
        ListmonkSession? session, IReadOnlyList<DmarcRequest> requests, DnsOptions dns, INoticeSink notices, CancellationToken cancellation) =>
        TestAsync(session, dns, notices, (sender, lookup) => new DmarcTest(lookup.Run, sender).RunAsync(requests, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<DnsTest> TestDomainAsync(
        ListmonkSession? session, IReadOnlyList<DnsTestRequest> requests, DnsOptions dns, INoticeSink notices, CancellationToken cancellation) =>
        TestAsync(session, dns, notices, (sender, lookup) => TestDomainsAsync(sender, lookup, requests, cancellation), cancellation);

    private async IAsyncEnumerable<DnsTest> TestDomainsAsync(
        SenderSettings? sender, SenderLookup lookup, IReadOnlyList<DnsTestRequest> requests, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (DnsTestRequest request in requests)
        {
            DomainSubject subject = await new DomainSubjectReader(lookup.Run).ReadAsync(request, sender, cancellation);
            foreach (DnsTest test in await new DomainTest(lookup.Run, lookup.Direct, new HttpsPolicyFetch(new PolicyFetchOptions()), time).RunAsync(subject, request, cancellation))
                yield return test;
        }
    }

    /// <summary>One run: its lookup, the sender of the session, the results, and what other servers say.</summary>
    private static async IAsyncEnumerable<T> TestAsync<T>(
        ListmonkSession? session,
        DnsOptions dns,
        INoticeSink notices,
        Func<SenderSettings?, SenderLookup, IAsyncEnumerable<T>> test,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        SenderLookup lookup = new(dns, cancellation);
        SenderSettings? sender = session is null ? null : await SenderReader.ReadAsync(session, notices, cancellation);
        await foreach (T result in test(sender, lookup).WithCancellation(cancellation))
            yield return result;
        await lookup.WarnOfSplitHorizonAsync(notices, cancellation);
    }
}

using ListmonkPS.Core.Dns.Dmarc;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Finds the policies of requests.</summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="sender">Who the server sends as; null without a session.</param>
internal sealed class DmarcTest(IDnsLookup lookup, SenderSettings? sender)
{
    private readonly DmarcCheck _check = new(lookup);

    /// <summary>The results, in the order of the requests.</summary>
    /// <exception cref="FailureException">A request cannot be understood.</exception>
    public IAsyncEnumerable<DmarcResult> RunAsync(IReadOnlyList<DmarcRequest> requests, CancellationToken cancellation) =>
        SideBySide.RunAsync(requests.Select(Query).Select(query => (Func<Task<DmarcResult>>)(() => _check.CheckAsync(query, cancellation))), cancellation);

    private DmarcQuery Query(DmarcRequest request)
    {
        DmarcQuery query = DmarcQuery.Create(request.Domain ?? sender?.FromDomain ?? "");
        if (request is { Standard: DmarcStandard.Rfc7489, PublicSuffixes: null })
            throw new FailureException(DnsFailures.PublicSuffixNeeded(query.Domain));
        if (request.DkimResults.Count != request.DkimDomains.Count)
            throw new FailureException(DnsFailures.DkimPairsUneven(request.DkimResults.Count, request.DkimDomains.Count));
        if (request.SpfResult is null != request.SpfDomain is null)
            throw new FailureException(DnsFailures.SpfPairIncomplete());
        return query with
        {
            Standard = request.Standard,
            PublicSuffixes = request.PublicSuffixes,
            Spf = request.SpfResult is null ? null : new DmarcIdentifier(request.SpfResult, request.SpfDomain!),
            Dkim = [.. request.DkimResults.Zip(request.DkimDomains, (result, name) => new DmarcIdentifier(result, name))],
            HasMessage = request.IsMessage,
            ChecksReports = true,
        };
    }
}

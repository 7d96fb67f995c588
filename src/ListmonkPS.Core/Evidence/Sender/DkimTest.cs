using System.Runtime.CompilerServices;
using ListmonkPS.Core.Dns.Dkim;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Judges the keys of requests: of selectors, of a mail's signatures, or those found under the usual selectors.</summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="sender">Who the server sends as; null without a session.</param>
internal sealed class DkimTest(IDnsLookup lookup, SenderSettings? sender)
{
    private readonly DkimKeyCheck _check = new(lookup);

    /// <summary>The results, in the order of requests and selectors.</summary>
    /// <exception cref="FailureException">Nothing names a domain, a name is wrong, or a mail file cannot be read.</exception>
    public async IAsyncEnumerable<DkimResult> RunAsync(
        IReadOnlyList<DkimRequest> requests, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (DkimRequest request in requests)
        {
            bool isSearch = request.MailPath is null && request.Selectors.Count == 0;
            IAsyncEnumerable<DkimResult> results = CheckAsync(await QueriesAsync(request, isSearch, cancellation), cancellation);
            await foreach (DkimResult result in isSearch ? SearchAsync(results, notices, cancellation) : results)
                yield return result;
        }
    }

    /// <summary>Of the usual selectors only those with a record; the first error ends it, as the same server will not answer for the others.</summary>
    private static async IAsyncEnumerable<DkimResult> SearchAsync(
        IAsyncEnumerable<DkimResult> tried, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        DkimResult? last = null;
        bool isAnyFound = false;
        await foreach (DkimResult result in tried.WithCancellation(cancellation))
        {
            last = result;
            if (!CommonSelectors.IsFound(result))
                continue;
            isAnyFound = true;
            yield return result;
            if (result.Verdict == DkimVerdict.TempError)
                yield break;
        }

        if (!isAnyFound)
            notices.Warning(Texts.Format("notice.dns.no-common-selector", last?.Domain));
    }

    private IAsyncEnumerable<DkimResult> CheckAsync(IReadOnlyList<DkimQuery> queries, CancellationToken cancellation) =>
        SideBySide.RunAsync(queries.Select(query => (Func<Task<DkimResult>>)(() => _check.CheckAsync(query, cancellation))), cancellation);

    private async Task<IReadOnlyList<DkimQuery>> QueriesAsync(DkimRequest request, bool isSearch, CancellationToken cancellation)
    {
        if (request.MailPath is { } path)
            return await MailSignatures.ReadAsync(path, cancellation);
        string domain = request.Domain ?? sender?.FromDomain ?? "";
        return
        [
            .. (isSearch ? CommonSelectors.All : request.Selectors).Select(selector =>
                DkimQuery.Create(domain, selector) with { Algorithm = request.Algorithm, Identity = request.Identity }),
        ];
    }
}

using ListmonkPS.Core.Dns.Dkim;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Policies;
using ListmonkPS.Core.Evidence.Sender;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>The keys of a domain: those known by name, else those found under the usual selectors.</summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class DkimReport(IDnsLookup lookup)
{
    /// <summary>Tests the keys of a subject.</summary>
    public async Task<IReadOnlyList<DnsTest>> CheckAsync(DomainSubject subject, CancellationToken cancellation)
    {
        bool isSearch = subject.Keys.Count == 0 && !subject.HasSignatures;
        IEnumerable<DkimQuery> keys = isSearch ? CommonSelectors.All.Select(selector => DkimQuery.Create(subject.Domain, selector)) : subject.Keys;
        DkimKeyCheck check = new(lookup);
        DkimResult[] results = await Task.WhenAll(keys.Select(key => check.CheckAsync(key, cancellation)));
        DkimResult[] shown = isSearch ? Found(results) : results;
        return shown.Length > 0
            ? [.. shown.Select(result => Judge(result, isSearch))]
            : [PolicyTest.Tell(DnsTestKind.Dkim, subject.Domain, CheckStatus.Warning, DnsReason.NoCommonSelector)];
    }

    /// <summary>Of the usual selectors those with a record; when the DNS does not answer, one of them stands for all.</summary>
    private static DkimResult[] Found(DkimResult[] results)
    {
        DkimResult[] found = [.. results.Where(result => result.Verdict is not (DkimVerdict.Missing or DkimVerdict.TempError))];
        return found.Length > 0 ? found : [.. results.Where(result => result.Verdict == DkimVerdict.TempError).Take(1)];
    }

    private static DnsTest Judge(DkimResult result, bool isSearch) => new()
    {
        Kind = DnsTestKind.Dkim,
        Name = result.Name,
        Status = result.Verdict switch
        {
            DkimVerdict.Usable => result.Remedy is null ? CheckStatus.Pass : CheckStatus.Warning,
            DkimVerdict.TempError => CheckStatus.Error,
            _ => isSearch ? CheckStatus.Warning : CheckStatus.Fail,
        },
        Record = result.Record,
        Reasons = result.Reasons,
        Summary = result.Summary,
        Remedy = result.Remedy,
        Inferred = isSearch,
        Detail = result,
    };
}

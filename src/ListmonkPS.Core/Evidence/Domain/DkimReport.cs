using ListmonkPS.Core.Dns.Dkim;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Policies;
using ListmonkPS.Core.Evidence.Proposals;
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
        IReadOnlyList<DkimQuery> keys = isSearch ? [.. CommonSelectors.All.Select(selector => DkimQuery.Create(subject.Domain, selector))] : subject.Keys;
        DkimKeyCheck check = new(lookup);
        Task<bool> isBare = isSearch ? IsBareAsync(subject.Domain, cancellation) : Task.FromResult(false);
        DkimResult[] results = await Task.WhenAll(keys.Select(key => check.CheckAsync(key, cancellation)));
        DkimResult[] shown = isSearch ? Found(results) : results;
        if (shown.Length > 0)
            return await Task.WhenAll(shown.Select(result => MendAsync(Judge(result, isSearch), keys.First(key => key.Name == result.Name), subject, cancellation)));
        return [PolicyTest.Tell(DnsTestKind.Dkim, subject.Domain, CheckStatus.Warning, await isBare ? DnsReason.NoSelector : DnsReason.NoCommonSelector)];
    }

    /// <summary>A test of a broken key of the operator's own domain, with the record that was meant where it can be told.</summary>
    private async Task<DnsTest> MendAsync(DnsTest test, DkimQuery query, DomainSubject subject, CancellationToken cancellation)
    {
        bool isOwn = DomainName.IsAtOrBelow(query.Domain, subject.Domain) || DomainName.IsAtOrBelow(subject.Domain, query.Domain);
        if (!isOwn || test.Detail is not DkimResult { Verdict: DkimVerdict.Invalid } || await new DkimProposer(lookup).ProposeAsync(query, cancellation) is not { } proposal)
            return test;
        return test with { Proposal = proposal, Remedy = Texts.Format("dns.test.Dkim.publish", proposal.Name, proposal.Value) };
    }

    /// <summary>True when nothing exists where the selectors are: below a name that does not exist there is nothing (RFC 8020).</summary>
    private async Task<bool> IsBareAsync(string domain, CancellationToken cancellation) =>
        (await lookup.AskAsync(new DnsQuestion("_domainkey." + domain, DnsRecordType.Txt), cancellation)).Kind == DnsAnswerKind.NxDomain;

    /// <summary>Of the usual selectors those with a record; when the DNS does not answer, one of them stands for all.</summary>
    private static DkimResult[] Found(DkimResult[] results)
    {
        DkimResult[] found = [.. results.Where(result => CommonSelectors.IsFound(result) && result.Verdict != DkimVerdict.TempError)];
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

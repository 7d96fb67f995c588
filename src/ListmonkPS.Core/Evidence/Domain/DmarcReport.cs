using ListmonkPS.Core.Dns.Dmarc;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>The DMARC policy of a domain, and whether its reports arrive. None stops mail, but big providers want one.</summary>
/// <param name="run">Where names are asked.</param>
internal sealed class DmarcReport(RunLookup run)
{
    /// <summary>Tests the From domain of a subject.</summary>
    public async Task<DnsTest> CheckAsync(DomainSubject subject, DnsTestRequest request, CancellationToken cancellation)
    {
        DmarcQuery query = DmarcQuery.Create(subject.Domain) with { Standard = request.Standard, PublicSuffixes = request.PublicSuffixes, ChecksReports = true };
        DmarcResult result = await new DmarcCheck(run).CheckAsync(query, cancellation);
        DmarcReportAddress? lost = result.ReportAddresses.FirstOrDefault(address => address.Status == DmarcReportAddress.Unauthorized);
        List<string> reasons = [.. result.Reasons];
        if (lost is not null)
            reasons.Add(DnsReason.ReportsUnauthorized);
        DnsTest test = new()
        {
            Kind = DnsTestKind.Dmarc,
            Name = result.PolicyDomain ?? subject.Domain,
            Status = result.Verdict switch
            {
                DmarcVerdict.Found => lost is null ? CheckStatus.Pass : CheckStatus.Warning,
                DmarcVerdict.TempError => CheckStatus.Error,
                _ => CheckStatus.Warning,
            },
            Record = result.Record,
            Reasons = new TextList<string>(reasons),
            Summary = lost is null ? result.Summary : Texts.Format("dns.test.Dmarc.reports-unauthorized", lost.Uri, lost.AuthorizedBy),
            Detail = result,
        };
        return result.Verdict switch
        {
            DmarcVerdict.None when reasons.Contains(DmarcReason.MultipleRecords) => test with { Remedy = Texts.Format("dns.test.Dmarc.multiple-records.remedy", subject.Domain) },
            DmarcVerdict.None => await ProposeAsync(test, query, cancellation),
            DmarcVerdict.Ignored => test with { Remedy = Texts.Format("dns.test.Dmarc.ignored.remedy", result.PolicyDomain) },
            _ => lost is null ? test : test with { Remedy = Texts.Format("dns.test.Dmarc.reports-unauthorized.remedy", lost.Uri, lost.AuthorizedBy) },
        };
    }

    private async Task<DnsTest> ProposeAsync(DnsTest test, DmarcQuery query, CancellationToken cancellation)
    {
        string name = "_dmarc." + query.Domain;
        string value = $"v=DMARC1; p=none; rua=mailto:postmaster@{query.Domain}";
        RunLookup proposed = new(new OverlayLookup(run, name, value), cancellation);
        DmarcResult result = await new DmarcCheck(proposed).CheckAsync(query, cancellation);
        if (result.Verdict != DmarcVerdict.Found)
            return test;
        return test with
        {
            Remedy = Texts.Format("dns.test.Dmarc.publish", name, value),
            Proposal = new DnsProposal(name, value) { Proof = result.Summary },
        };
    }
}

using ListmonkPS.Core.Dns.Dmarc;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Evidence.Proposals;
using ListmonkPS.Core.Safety;

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
        DmarcProposer proposer = new(run);
        // A record that is meant as one and is none, such as v=dmarc1, is another mistake than none at all.
        string? meant = result.Verdict == DmarcVerdict.None ? await proposer.FirstMeantAsync(subject.Domain, cancellation) : null;
        DnsTest test = new()
        {
            Kind = DnsTestKind.Dmarc,
            Name = result.PolicyDomain ?? subject.Domain,
            Status = result.Verdict switch
            {
                DmarcVerdict.Found => lost is null && !reasons.Contains(DmarcReason.AssumedNone) ? CheckStatus.Pass : CheckStatus.Warning,
                DmarcVerdict.TempError => CheckStatus.Error,
                _ => CheckStatus.Warning,
            },
            Record = result.Record ?? (meant is null ? null : HarmlessText.Of(meant, ushort.MaxValue)),
            Reasons = new TextList<string>(reasons),
            Summary = meant is not null && !reasons.Contains(DmarcReason.MultipleRecords) ? Texts.Format("dns.test.Dmarc.not-dmarc", subject.Domain, HarmlessText.Of(meant))
                : lost is null || reasons.Contains(DmarcReason.AssumedNone) ? result.Summary
                : Texts.Format("dns.test.Dmarc.reports-unauthorized", lost.Uri, lost.AuthorizedBy),
            Detail = result,
        };
        if (result.Verdict is DmarcVerdict.None or DmarcVerdict.Ignored || reasons.Contains(DmarcReason.AssumedNone))
            return Mended(test, Remedy(test, result), await proposer.ProposeAsync(query, result.PolicyDomain ?? subject.Domain, cancellation));
        return lost is null
            ? test
            : test with
            {
                Remedy = Texts.Format("dns.test.Dmarc.reports-unauthorized.remedy", lost.Uri, lost.AuthorizedBy),
                Proposal = await proposer.ProposeConsentAsync(query, lost, cancellation),
            };
    }

    private static string? Remedy(DnsTest test, DmarcResult result) =>
        test.Reasons.Contains(DmarcReason.MultipleRecords) ? Texts.Format("dns.test.Dmarc.multiple-records.remedy", result.Domain)
        : result.PolicyDomain is null ? null
        : Texts.Format("dns.test.Dmarc.ignored.remedy", result.PolicyDomain);

    private static DnsTest Mended(DnsTest test, string? remedy, DnsProposal? proposal) => proposal is null
        ? test with { Remedy = remedy }
        : test with { Remedy = Texts.Format("dns.test.Dmarc.publish", proposal.Name, proposal.Value), Proposal = proposal };
}

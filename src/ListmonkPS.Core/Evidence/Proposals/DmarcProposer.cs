using ListmonkPS.Core.Dns.Dmarc;
using ListmonkPS.Core.Dns.Dmarc.Records;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Proposals;

/// <summary>Finds the DMARC record that should be published, merged from those that are there, and proves it by discovering it.</summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class DmarcProposer(IDnsLookup lookup)
{
    /// <summary>The first of them; null for none.</summary>
    public async Task<string?> FirstMeantAsync(string domain, CancellationToken cancellation) =>
        await MeantAsync(domain, cancellation) is [string first, ..] ? first : null;

    /// <summary>The record to publish; null when none helps.</summary>
    /// <param name="query">For which domain.</param>
    /// <param name="domain">Domain that has the record, or shall have it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DnsProposal?> ProposeAsync(DmarcQuery query, string domain, CancellationToken cancellation)
    {
        string name = "_dmarc." + domain;
        string value = DmarcRepair.Mend(await MeantAsync(domain, cancellation)) ?? $"v=DMARC1; p=none; rua=mailto:postmaster@{domain}";
        RunLookup proposed = new(OverlayLookup.WithText(lookup, name, value), cancellation);
        DmarcResult result = await new DmarcCheck(proposed).CheckAsync(query, cancellation);
        return result.Verdict == DmarcVerdict.Found && !result.Reasons.Contains(DmarcReason.AssumedNone)
            ? new DnsProposal(name, HarmlessText.Of(value, ushort.MaxValue)) { Proof = Texts.Format("dns.proposal.evaluated", result.Summary) }
            : null;
    }

    /// <summary>The record by which another organization agrees to take reports.</summary>
    public async Task<DnsProposal?> ProposeConsentAsync(DmarcQuery query, DmarcReportAddress address, CancellationToken cancellation)
    {
        if (address.AuthorizedBy is not { } name || !DomainName.CanBeAsked(name))
            return null;
        RunLookup proposed = new(OverlayLookup.WithText(lookup, name, "v=DMARC1"), cancellation);
        DmarcResult result = await new DmarcCheck(proposed).CheckAsync(query, cancellation);
        return result.ReportAddresses.Any(judged => judged.Uri == address.Uri && judged.Status == DmarcReportAddress.Authorized)
            ? new DnsProposal(name, "v=DMARC1") { Proof = Texts.Format("dns.proposal.consent", address.Uri) }
            : null;
    }

    /// <summary>The texts at a domain that are DMARC records or meant as such.</summary>
    private async Task<IReadOnlyList<string>> MeantAsync(string domain, CancellationToken cancellation)
    {
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion("_dmarc." + domain, DnsRecordType.Txt), cancellation);
        return [.. answer.Records.OfType<TxtRecord>().Select(record => record.Text).Where(text => DmarcTagReader.IsDmarc(text) || DmarcRepair.IsMeant(text))];
    }
}

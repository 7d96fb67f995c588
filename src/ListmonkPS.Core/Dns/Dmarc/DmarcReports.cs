using ListmonkPS.Core.Dns.Dmarc.Discovery;
using ListmonkPS.Core.Dns.Dmarc.Records;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>Finds out whether other organizations agreed to take reports (RFC 9990, verifying external destinations; RFC 7489 7.1).</summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="discovery">Finds organizational domains.</param>
internal sealed class DmarcReports(IDnsLookup lookup, IDmarcDiscovery discovery)
{
    /// <summary>Judges every address of a record; the same host is asked about once.</summary>
    /// <param name="record">The record.</param>
    /// <param name="policyDomain">The name that has it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IReadOnlyList<DmarcReportAddress>> CheckAsync(DmarcRecord record, string policyDomain, CancellationToken cancellation)
    {
        (string Tag, string Uri)[] addresses =
        [
            .. record.AggregateAddresses.Select(uri => ("rua", uri)),
            .. record.FailureAddresses.Select(uri => ("ruf", uri)),
        ];
        if (addresses.Length == 0)
            return [];
        string? organization = await discovery.FindOrganizationalDomainAsync(policyDomain, cancellation);
        Dictionary<string, (string Status, string? Name)> hosts = new(StringComparer.OrdinalIgnoreCase);
        List<DmarcReportAddress> judged = [];
        foreach ((string tag, string uri) in addresses)
        {
            string shown = HarmlessText.Of(uri, HarmlessText.ValueLength);
            if (DmarcUris.MailHost(uri) is not { } host)
            {
                judged.Add(new DmarcReportAddress(tag, shown, DmarcReportAddress.Unsupported));
                continue;
            }

            if (!hosts.TryGetValue(host, out (string Status, string? Name) of))
                hosts[host] = of = await JudgeAsync(host, policyDomain, organization, cancellation);
            judged.Add(new DmarcReportAddress(tag, shown, of.Status, of.Name));
        }

        return judged;
    }

    private async Task<(string Status, string? Name)> JudgeAsync(string host, string policyDomain, string? organization, CancellationToken cancellation)
    {
        if (DomainName.TryNormalizeAny(host) is not { } other)
            return (DmarcReportAddress.Unsupported, null);
        string? otherOrganization = await discovery.FindOrganizationalDomainAsync(other, cancellation);
        if (organization is null || otherOrganization is null)
            return (DmarcReportAddress.Unknown, null);
        if (DomainName.AreEqual(organization, otherOrganization))
            return (DmarcReportAddress.Internal, null);
        string name = $"{policyDomain}._report._dmarc.{other}";
        if (!DomainName.CanBeAsked(name))
            return (DmarcReportAddress.Unauthorized, name);
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Txt), cancellation);
        bool agrees = answer.Records.OfType<TxtRecord>().Any(record => DmarcTagReader.IsDmarc(record.Text));
        return (answer.IsError ? DmarcReportAddress.Unknown : agrees ? DmarcReportAddress.Authorized : DmarcReportAddress.Unauthorized, name);
    }
}

using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dmarc.Discovery;

/// <summary>RFC 9989: policy and organizational domain from a walk up the DNS tree (4.10, 4.10.1, 4.10.2).</summary>
/// <param name="reader">Reads names.</param>
internal sealed class TreeWalkDiscovery(DmarcNameReader reader) : IDmarcDiscovery
{
    /// <summary>Labels that the second name of a walk has at most, so that no walk asks more than eight names (4.10 step 4).</summary>
    private const int LongestAncestor = 7;

    public async Task<DmarcDiscovery> DiscoverAsync(string domain, CancellationToken cancellation)
    {
        List<DmarcReading> walk = await WalkAsync(domain, cancellation);
        List<string> reasons = [.. Reasons(domain, walk)];
        string? organization = OrganizationalDomain(domain, walk);
        if (walk[0].Record is { } own)
        {
            return new DmarcDiscovery
            {
                Record = own,
                PolicyDomain = domain,
                OrganizationalDomain = organization,
                Reasons = [DmarcReason.AuthorDomainRecord, .. reasons],
            };
        }

        if (walk.Find(reading => reading.Error is not null) is { } failed)
            return new DmarcDiscovery { ErrorName = failed.Domain, ErrorKind = failed.Error!.Value, Reasons = reasons };
        DmarcReading? ofOrganization = walk.Find(reading => reading.Record is not null && DomainName.AreEqual(reading.Domain, organization!));
        DmarcReading? ofSuffix = walk.Find(reading => reading.Record?.PublicSuffix == "y");
        DmarcReading? applies = ofOrganization ?? ofSuffix;
        string reason = ofOrganization is not null ? DmarcReason.OrganizationalDomainRecord
            : ofSuffix is not null ? DmarcReason.PsdRecord
            : DmarcReason.NoRecord;
        return new DmarcDiscovery
        {
            Record = applies?.Record,
            PolicyDomain = applies?.Domain,
            IsInherited = true,
            OrganizationalDomain = organization,
            Reasons = [reason, .. reasons],
        };
    }

    public async Task<string?> FindOrganizationalDomainAsync(string domain, CancellationToken cancellation) =>
        OrganizationalDomain(domain, await WalkAsync(domain, cancellation));

    /// <summary>The names from a domain to the top; a record with psd=y or psd=n ends the way, and so does an error.</summary>
    private async Task<List<DmarcReading>> WalkAsync(string domain, CancellationToken cancellation)
    {
        List<DmarcReading> walk = [];
        string name = domain;
        while (true)
        {
            DmarcReading reading = await reader.ReadAsync(name, cancellation);
            walk.Add(reading);
            int labels = DomainName.CountLabels(name);
            if (reading.Error is not null || reading.Record?.PublicSuffix is "y" or "n" || labels == 1)
                return walk;
            name = DomainName.LastLabels(name, Math.Min(labels - 1, LongestAncestor));
        }
    }

    /// <summary>4.10.2; null when an error cut the walk.</summary>
    private static string? OrganizationalDomain(string domain, List<DmarcReading> walk)
    {
        DmarcReading last = walk[^1];
        if (last.Error is not null)
            return null;
        if (last.Record?.PublicSuffix == "y" && walk.Count > 1)
            return DomainName.LastLabels(domain, DomainName.CountLabels(last.Domain) + 1);
        return walk.FindLast(reading => reading.Record is not null)?.Domain ?? domain;
    }

    private static IEnumerable<string> Reasons(string domain, List<DmarcReading> walk)
    {
        if (walk[^1].Record?.PublicSuffix == "n")
            yield return DmarcReason.PsdStopN;
        if (walk[^1].Record?.PublicSuffix == "y" && walk.Count > 1)
            yield return DmarcReason.PsdStopY;
        if (DomainName.CountLabels(domain) > LongestAncestor + 1)
            yield return DmarcReason.WalkShortened;
        if (walk.Exists(reading => reading.HasSeveral))
            yield return DmarcReason.MultipleRecords;
        if (walk.Exists(reading => reading.HasOthers))
            yield return DmarcReason.NotDmarc;
        if (walk.Exists(reading => reading.Error is not null))
            yield return DmarcReason.DnsError;
    }
}

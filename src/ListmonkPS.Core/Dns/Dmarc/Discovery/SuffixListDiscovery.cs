using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dmarc.Discovery;

/// <summary>RFC 7489: the domain's own record, else that of the organizational domain, which a list of public suffixes gives (3.2, 6.6.3).</summary>
/// <param name="reader">Reads names.</param>
/// <param name="suffixes">The list; null when there is none, then only the domain's own record is looked at.</param>
internal sealed class SuffixListDiscovery(DmarcNameReader reader, PublicSuffixes? suffixes) : IDmarcDiscovery
{
    public async Task<DmarcDiscovery> DiscoverAsync(string domain, CancellationToken cancellation)
    {
        string? organization = suffixes?.OrganizationalDomain(domain);
        DmarcReading own = await reader.ReadAsync(domain, cancellation);
        bool asksOrganization = own is { Record: null, HasSeveral: false, Error: null } && organization is not null && !DomainName.AreEqual(domain, organization);
        DmarcReading applies = asksOrganization ? await reader.ReadAsync(organization!, cancellation) : own;
        DmarcReading[] read = asksOrganization ? [own, applies] : [own];
        string? source = applies.Record is not null
            ? asksOrganization ? DmarcReason.OrganizationalDomainRecord : DmarcReason.AuthorDomainRecord
            : applies.Error is null ? DmarcReason.NoRecord : null;
        return new DmarcDiscovery
        {
            Record = applies.Record,
            PolicyDomain = applies.Record is null ? null : applies.Domain,
            IsInherited = asksOrganization,
            OrganizationalDomain = organization,
            ErrorName = applies.Error is null ? null : applies.Domain,
            ErrorKind = applies.Error ?? default,
            Reasons = [.. source is null ? [] : new[] { source }, .. Reasons(read)],
        };
    }

    public Task<string?> FindOrganizationalDomainAsync(string domain, CancellationToken cancellation) =>
        Task.FromResult(suffixes?.OrganizationalDomain(domain));

    private static IEnumerable<string> Reasons(DmarcReading[] read)
    {
        if (read.Any(reading => reading.HasSeveral))
            yield return DmarcReason.MultipleRecords;
        if (read.Any(reading => reading.HasOthers))
            yield return DmarcReason.NotDmarc;
        if (read.Any(reading => reading.Error is not null))
            yield return DmarcReason.DnsError;
    }
}

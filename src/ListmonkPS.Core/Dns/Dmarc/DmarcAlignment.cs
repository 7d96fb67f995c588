using ListmonkPS.Core.Dns.Dmarc.Discovery;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>Compares authenticated domains with the From domain (RFC 9989 3.2.10, 4.4).</summary>
/// <param name="discovery">Finds organizational domains.</param>
/// <param name="domain">The From domain.</param>
/// <param name="organization">Its organizational domain; null when an error hid it.</param>
internal sealed class DmarcAlignment(IDmarcDiscovery discovery, string domain, string? organization)
{
    private const string Strict = "s";

    /// <summary>True when aligned, false when not, null when an error hid it.</summary>
    /// <param name="identifier">An authenticated domain.</param>
    /// <param name="mode">r or s.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<bool?> IsAlignedAsync(DmarcIdentifier identifier, string mode, CancellationToken cancellation)
    {
        if (identifier.Name is not { } name)
            return false;
        if (DomainName.AreEqual(name, domain))
            return true; // needs no lookup (RFC 9989 4.10.2)
        if (mode == Strict)
            return false;
        string? other = await discovery.FindOrganizationalDomainAsync(name, cancellation);
        return organization is null || other is null ? null : DomainName.AreEqual(other, organization);
    }

    /// <summary>The best of several: one aligned is enough, and an error counts only when none is.</summary>
    public async Task<bool?> IsAnyAlignedAsync(IEnumerable<DmarcIdentifier> identifiers, string mode, CancellationToken cancellation)
    {
        bool? best = false;
        foreach (DmarcIdentifier identifier in identifiers)
        {
            bool? aligned = await IsAlignedAsync(identifier, mode, cancellation);
            if (aligned == true)
                return true;
            best = aligned is null ? null : best;
        }

        return best;
    }
}

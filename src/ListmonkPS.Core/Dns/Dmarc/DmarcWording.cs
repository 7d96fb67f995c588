using ListmonkPS.Core.Dns.Dmarc.Discovery;

namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>Puts a result into words.</summary>
internal static class DmarcWording
{
    /// <summary>The result in one sentence.</summary>
    public static string Summary(DmarcQuery query, DmarcDiscovery found, DmarcChoice choice, string verdict, DmarcMessage? message) => verdict switch
    {
        DmarcVerdict.TempError => Texts.Format("dns.error." + found.ErrorKind, "_dmarc." + found.ErrorName),
        DmarcVerdict.None => Texts.Format("dns.dmarc.none", query.Domain),
        DmarcVerdict.Ignored => Texts.Format("dns.dmarc.ignored", found.PolicyDomain),
        _ when message is not null => Texts.Format($"dns.dmarc.result.{message.Result}", query.Domain, choice.Effective),
        _ => Texts.Format("dns.dmarc.found." + choice.Effective, query.Domain, found.PolicyDomain, choice.Tag),
    };
}

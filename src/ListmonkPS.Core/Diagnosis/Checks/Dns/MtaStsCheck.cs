namespace ListmonkPS.Core.Diagnosis.Checks.Dns;

/// <summary>What the domain demands of TLS to its mail hosts is right. It is about mail to the domain, so no confirmation mail is stopped.</summary>
internal sealed class MtaStsCheck() : DomainCheck("dns.mta-sts", DnsTestKind.MtaSts, OptInEffect.None, CheckSeverity.Low, "RFC 8461")
{
    protected override bool IsHit(DnsTest test) => test.Status == CheckStatus.Warning;
}

namespace ListmonkPS.Core.Diagnosis.Checks.Dns;

/// <summary>Where reports about TLS shall go is said rightly.</summary>
internal sealed class TlsRptCheck() : DomainCheck("dns.tls-rpt", DnsTestKind.TlsRpt, OptInEffect.None, CheckSeverity.Low, "RFC 8460 section 3")
{
    protected override bool IsHit(DnsTest test) => test.Status == CheckStatus.Warning;
}

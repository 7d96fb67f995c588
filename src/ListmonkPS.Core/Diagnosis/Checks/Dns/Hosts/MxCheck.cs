namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Hosts;

/// <summary>Replies and bounces find their way: the MX records are there and name hosts that exist.</summary>
internal sealed class MxCheck() : DomainCheck("dns.mx", DnsTestKind.Mx, OptInEffect.Weakens, CheckSeverity.Low, "RFC 5321 section 5.1")
{
    protected override bool IsHit(DnsTest test) =>
        test.Reasons.Contains(DnsReason.NoMx) || test.Reasons.Contains(DnsReason.MxAlias) || test.Reasons.Contains(DnsReason.MxWithoutAddress);

    protected override string? BlockerOf(DnsTest test) =>
        test.Reasons.Contains(DnsReason.DomainNonexistent) || test.Reasons.Contains(DnsReason.NoMail) ? FromDomain : base.BlockerOf(test);
}

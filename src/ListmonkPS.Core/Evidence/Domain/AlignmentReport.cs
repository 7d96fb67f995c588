using ListmonkPS.Core.Dns.Dmarc;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>
/// Whether DMARC passes: computed from envelope, From and signing domain, not from the presence of records. That a signature verifies is taken for granted
/// where its key is usable; it is not verified here.
/// </summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class AlignmentReport(IDnsLookup lookup)
{
    /// <summary>Tests a subject with what SPF and DKIM came to.</summary>
    public async Task<DnsTest> CheckAsync(
        DomainSubject subject, DnsTestRequest request, IReadOnlyList<DnsTest> spf, IReadOnlyList<DnsTest> dkim, CancellationToken cancellation)
    {
        SpfResult[] checks = [.. spf.Select(test => test.Detail).OfType<SpfResult>()];
        bool hasPassed = checks.Length > 0 && checks.All(check => check.Result == SpfOutcome.Pass);
        DmarcIdentifier[] keys = [.. dkim.Select(test => test.Detail).OfType<DkimResult>().Where(key => key.Verdict == DkimVerdict.Usable).Select(key => new DmarcIdentifier("pass", key.Domain)).Distinct()];
        DmarcQuery query = DmarcQuery.Create(subject.Domain) with
        {
            Standard = request.Standard,
            PublicSuffixes = request.PublicSuffixes,
            Spf = checks.Length == 0 ? null : new DmarcIdentifier(hasPassed ? "pass" : "fail", subject.EnvelopeDomain),
            Dkim = keys,
            HasMessage = true,
        };
        DmarcResult result = await new DmarcCheck(lookup).CheckAsync(query, cancellation);
        // Only a mail shows what it was really signed and sent with.
        bool isInferred = !subject.HasSignatures || subject.IsEnvelopeInferred || subject.IsAddressInferred;
        // Who sends is not known and nobody signed, as far as is known: the mail may still pass where the SPF record is sound.
        bool isOpen = checks.Length == 0 && !subject.HasSignatures && spf.All(test => test.Reasons.Contains(DnsReason.AddressUnknown) && test.Status is CheckStatus.Pass or CheckStatus.Warning && test.Record is not null);
        (CheckStatus status, string word) = result.Result switch
        {
            DmarcOutcome.Fail when isOpen => (CheckStatus.Skipped, DnsReason.AddressUnknown),
            DmarcOutcome.Pass => (CheckStatus.Pass, "pass"),
            DmarcOutcome.Fail => (isInferred || result.EffectivePolicy == DmarcPolicy.None ? CheckStatus.Warning : CheckStatus.Fail, DnsReason.Unaligned),
            DmarcOutcome.TempError => (CheckStatus.Error, DnsReason.DnsError),
            _ => (CheckStatus.Skipped, DmarcReason.NoRecord),
        };
        string signers = keys.Length == 0 ? "-" : string.Join(", ", keys.Select(key => key.Domain));
        object?[] arguments = [subject.Domain, subject.EnvelopeDomain, signers, result.EffectivePolicy];
        return new DnsTest
        {
            Kind = DnsTestKind.Alignment,
            Name = subject.Domain,
            Status = status,
            Reasons = new TextList<string>(word is DnsReason.Unaligned or DnsReason.AddressUnknown ? [word, .. result.Reasons] : result.Reasons),
            Summary = Texts.Format("dns.test.Alignment." + word, arguments),
            Remedy = word == DnsReason.Unaligned ? Texts.Format("dns.test.Alignment.unaligned.remedy", arguments) : null,
            Inferred = isInferred,
            Detail = result,
        };
    }
}

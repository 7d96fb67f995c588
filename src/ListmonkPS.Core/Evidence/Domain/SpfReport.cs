using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Spf;
using ListmonkPS.Core.Dns.Spf.Survey;
using ListmonkPS.Core.Evidence.Sender;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>SPF of the envelope domain: for each sending address, or of the record alone where none is known.</summary>
/// <param name="run">Where names are asked.</param>
/// <param name="time">Clock.</param>
internal sealed class SpfReport(RunLookup run, TimeProvider time)
{
    private static readonly string[] Flaws = [SpfNote.AllowsAll, SpfNote.SaysNothing, SpfNote.NoEnd];

    /// <summary>An address that no host has (class E): with it every term of a record is looked at, and none should match.</summary>
    public static IPAddress NobodysAddress { get; } = IPAddress.Parse("240.0.0.1");

    /// <summary>Tests the envelope domain of a subject.</summary>
    public async Task<IReadOnlyList<DnsTest>> CheckAsync(DomainSubject subject, CancellationToken cancellation)
    {
        string domain = DomainName.TryNormalize(subject.EnvelopeDomain) ?? subject.EnvelopeDomain;
        SpfSurveyResult survey = await new SpfSurvey(run).WalkAsync(domain, cancellation);
        string? include = subject.Addresses.Count == 0 && subject.SmtpHost is { } host ? ProviderIncludes.Of(host) : null;
        string? missing = include is not null && !survey.Domains.Contains(include, StringComparer.OrdinalIgnoreCase) ? include : null;
        IReadOnlyList<IPAddress> addresses = subject.Addresses.Count > 0 ? subject.Addresses : [NobodysAddress];
        SpfEvaluator evaluator = new(run, time);
        SpfResult[] results = await Task.WhenAll(addresses.Select(address =>
            evaluator.CheckHostAsync(SpfIdentity.Create(address, domain, subject.EnvelopeSender, subject.HelloName), cancellation)));
        bool isBroken = results.Any(result => result.Result == SpfOutcome.PermError) && await IsBrokenForAllAsync(evaluator, domain, subject, cancellation);
        DnsTest[] tests = [.. results.Select(result => Judge(subject, result, survey, missing, isBroken))];
        DnsProposal? proposal = tests.All(test => test.Status is CheckStatus.Pass or CheckStatus.Error) || IsOthers(subject, domain)
            ? null
            : await new SpfProposer(run, time).ProposeAsync(subject, domain, missing, cancellation);
        return [.. tests.Select(test => test.Status is CheckStatus.Pass or CheckStatus.Error ? test : test with { Proposal = proposal, Remedy = Remedy(test, proposal) })];
    }

    /// <summary>True when the record is an error for a host that it does not name too: then it does not matter whether the sending address is inferred.</summary>
    private static async Task<bool> IsBrokenForAllAsync(SpfEvaluator evaluator, string domain, DomainSubject subject, CancellationToken cancellation)
    {
        SpfIdentity nobody = SpfIdentity.Create(NobodysAddress, domain, subject.EnvelopeSender, subject.HelloName);
        return (await evaluator.CheckHostAsync(nobody, cancellation)).Result == SpfOutcome.PermError;
    }

    /// <summary>The envelope domain may be a provider's; its record is not the operator's to change.</summary>
    private static bool IsOthers(DomainSubject subject, string domain) =>
        !DomainName.IsAtOrBelow(domain, subject.Domain) && !DomainName.IsAtOrBelow(subject.Domain, domain);

    private static DnsTest Judge(DomainSubject subject, SpfResult result, SpfSurveyResult survey, string? missing, bool isBroken)
    {
        bool isKnown = subject.Addresses.Count > 0;
        bool isInferred = subject.IsAddressInferred || subject.IsEnvelopeInferred;
        List<string> reasons = [.. result.Reasons.Where(reason => isKnown || reason != SpfReason.DefaultResult), .. survey.Notes];
        if (survey.LookupCount > new SpfLimits().Lookups && !reasons.Contains(SpfReason.LookupLimit))
            reasons.Add(SpfReason.LookupLimit);
        if (!isKnown)
            reasons.Add(DnsReason.AddressUnknown);
        if (missing is not null)
            reasons.Add(DnsReason.ProviderNotIncluded);
        return new DnsTest
        {
            Kind = DnsTestKind.Spf,
            Name = result.Domain,
            Status = StatusOf(result, reasons, isKnown, isInferred && !(isBroken && result.Result == SpfOutcome.PermError)),
            Record = result.Record,
            Reasons = new TextList<string>(reasons.Distinct()),
            Summary = Sentence(result, survey, missing, isKnown),
            Inferred = isInferred,
            Detail = isKnown ? result : null,
        };
    }

    /// <summary>What is inferred never gives more than a warning.</summary>
    private static CheckStatus StatusOf(SpfResult result, List<string> reasons, bool isKnown, bool isInferred)
    {
        bool hasFlaw = reasons.Intersect(Flaws).Any() || reasons.Contains(SpfReason.LookupLimit) || reasons.Contains(DnsReason.ProviderNotIncluded);
        return result.Result switch
        {
            SpfOutcome.TempError => CheckStatus.Error,
            SpfOutcome.PermError => isInferred && isKnown ? CheckStatus.Warning : CheckStatus.Fail,
            SpfOutcome.Fail when isKnown => isInferred ? CheckStatus.Warning : CheckStatus.Fail,
            SpfOutcome.None => CheckStatus.Warning,
            SpfOutcome.SoftFail or SpfOutcome.Neutral when isKnown => CheckStatus.Warning,
            _ => hasFlaw ? CheckStatus.Warning : CheckStatus.Pass,
        };
    }

    private static string Sentence(SpfResult result, SpfSurveyResult survey, string? missing, bool isKnown)
    {
        bool isBroken = result.Result is SpfOutcome.None or SpfOutcome.PermError or SpfOutcome.TempError;
        if (missing is not null && !isBroken)
            return Texts.Format("dns.test.Spf.provider-not-included", result.Domain, missing);
        if (survey.LookupCount > new SpfLimits().Lookups && !isBroken)
            return Texts.Format("dns.test.Spf.lookup-limit", result.Domain, survey.LookupCount);
        return isKnown || isBroken ? result.Summary : Texts.Format("dns.test.Spf.sound", result.Domain, survey.LookupCount);
    }

    private static string Remedy(DnsTest test, DnsProposal? proposal) => proposal is null
        ? Texts.Format("dns.test.Spf.remedy", test.Name)
        : Texts.Format("dns.test.Spf.publish", proposal.Name, proposal.Value);
}

using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns;

/// <summary>
/// One cause that the DNS can show, looked for among the tests of the domain. What is inferred is a warning at most; what the DNS did not answer is never
/// taken for a record that is not there.
/// </summary>
/// <param name="id">Id of the check.</param>
/// <param name="kind">Kind of the tests that it looks at.</param>
/// <param name="effect">What a failure does.</param>
/// <param name="severity">Weight of a failure.</param>
/// <param name="reference">Where to read more.</param>
/// <param name="stage">Place in the chain.</param>
internal abstract class DomainCheck(
    string id, DnsTestKind kind, OptInEffect effect, CheckSeverity severity, string reference, OptInStage stage = OptInStage.Delivery) : ICheck
{
    /// <summary>Id of the check that tells that a domain has no name that receivers can look up.</summary>
    protected const string FromDomain = "dns.from-domain";

    /// <summary>Id of the check that tells that the DNS did not answer.</summary>
    protected const string Unanswered = "dns.unanswered";

    public CheckInfo Info { get; } = new()
    {
        Id = id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(DomainReport)],
        DependsOn = ApiState.JudgedBy,
        Stage = stage,
        Effect = effect,
        Severity = severity,
        Reference = reference,
    };

    public Finding Judge(FactSet facts)
    {
        DomainReport report = facts.Get<DomainReport>();
        if (report.Subject is not { } subject)
            return WithoutDomain();
        return report.IsSpecialUse
            ? Skipped("check.dns.special-use", DomainText(subject))
            : JudgeReport(report, subject);
    }

    /// <summary>True when a test shows the cause.</summary>
    protected abstract bool IsHit(DnsTest test);

    /// <summary>What is to be said where the cause is not there: null for a pass.</summary>
    /// <param name="report">What the DNS says.</param>
    /// <param name="tests">The tests of the kind, none of which shows the cause.</param>
    protected virtual Finding? Instead(DomainReport report, IReadOnlyList<DnsTest> tests) => null;

    /// <summary>Id of the cause that leaves this one unjudged; null for none.</summary>
    protected virtual string? BlockerOf(DnsTest test) => test.Status == CheckStatus.Error ? Unanswered : null;

    /// <summary>Puts a finding's weight right where the check knows more than the test.</summary>
    protected virtual Finding Weigh(Finding finding, DnsTest hit, DomainReport report) => finding;

    /// <summary>What is to be said when the From address has no domain.</summary>
    protected virtual Finding WithoutDomain() => Finding.SkippedBecause(FromDomain);

    /// <summary>Not judged, with the reason.</summary>
    protected static Finding Skipped(string key, params object?[] arguments) => new() { Status = CheckStatus.Skipped, Summary = Texts.Format(key, arguments) };

    private Finding JudgeReport(DomainReport report, DomainSubject subject)
    {
        DnsTest[] tests = [.. report.Of(kind)];
        if (Array.Find(tests, IsHit) is { } hit)
            return Weigh(Failed(hit), hit, report);
        if (tests.Select(BlockerOf).FirstOrDefault(blocker => blocker is not null) is { } because)
            return Finding.SkippedBecause(because);
        return Instead(report, tests) ?? Finding.Pass(Texts.Format($"check.{Info.Id}.pass", DomainText(subject)), [.. tests.Select(Seen)]);
    }

    private static Finding Failed(DnsTest hit) => new()
    {
        Status = hit.Status == CheckStatus.Fail ? CheckStatus.Fail : CheckStatus.Warning,
        Summary = hit.Summary,
        Evidence = hit.Proposal is { } proposal ? [Seen(hit), Proof(proposal)] : [Seen(hit)],
        Confidence = hit.Inferred ? CheckConfidence.Medium : CheckConfidence.High,
        Effect = hit.Status == CheckStatus.Fail ? null : OptInEffect.Weakens,
        Severity = hit.Status == CheckStatus.Fail ? null : CheckSeverity.Low,
        Remedy = hit.Remedy is null ? null : new CheckRemedy(hit.Remedy) { Record = hit.Proposal },
    };

    private static string DomainText(DomainSubject subject) => Safety.HarmlessText.Of(subject.Domain);

    private static CheckEvidence Seen(DnsTest test) => new(
        Texts.Format("check.dns.source"),
        $"{test.Kind} {test.Name}",
        test.Record ?? Texts.Format("check.dns.found-none"));

    private static CheckEvidence Proof(DnsProposal proposal) => new(
        Texts.Format("check.dns.source-proposal"),
        $"{proposal.Type} {proposal.Name}",
        proposal is { LookupsBefore: { } before, LookupsAfter: { } after } ? Texts.Format("check.dns.found-lookups", proposal.Proof, before, after) : proposal.Proof);
}

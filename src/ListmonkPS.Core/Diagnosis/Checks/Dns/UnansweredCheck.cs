using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns;

/// <summary>
/// The DNS answers for the domain. Where nothing at all was answered only this machine is cut off, so that the other checks cannot be judged; where the rest
/// was answered, receivers get no answer either.
/// </summary>
internal sealed class UnansweredCheck : ICheck
{
    private const int MostNames = 5;

    public CheckInfo Info { get; } = new()
    {
        Id = "dns.unanswered",
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(DomainReport)],
        DependsOn = ApiState.JudgedBy,
        Stage = OptInStage.Delivery,
        Effect = OptInEffect.StopsSome,
        Severity = CheckSeverity.Medium,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        DomainReport report = facts.Get<DomainReport>();
        if (report.Subject is not { } subject)
            return Finding.SkippedBecause("dns.from-domain");
        if (report.IsSpecialUse)
            return new Finding { Status = CheckStatus.Skipped, Summary = Texts.Format("check.dns.special-use", Safety.HarmlessText.Of(subject.Domain)) };
        // What an SPF record needs has a check of its own, and alignment only follows from the others.
        DnsTest[] silent = [.. report.Tests.Where(test => test.Status == CheckStatus.Error && (!report.HasHeard || test.Kind is not (DnsTestKind.Spf or DnsTestKind.Alignment)))];
        if (silent.Length == 0)
            return Finding.Pass(Texts.Format("check.dns.unanswered.pass", Safety.HarmlessText.Of(subject.Domain)));
        CheckEvidence[] evidence = [.. silent.Take(MostNames).Select(test => new CheckEvidence(Texts.Format("check.dns.source"), $"{test.Kind} {test.Name}", test.Summary))];
        return report.HasHeard
            ? new Finding
            {
                Status = CheckStatus.Warning,
                Summary = Texts.Format("check.dns.unanswered.warn", string.Join(", ", silent.Select(test => test.Name).Distinct().Take(MostNames))),
                Evidence = evidence,
                Confidence = CheckConfidence.Medium,
                Remedy = new CheckRemedy(Texts.Format("check.dns.unanswered.remedy")),
            }
            : new Finding { Status = CheckStatus.Error, Summary = Texts.Format("check.dns.unanswered.error"), Evidence = evidence };
    }
}

using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Domain;
using ListmonkPS.Core.Evidence.Sender;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns;

/// <summary>The DNS servers that were named say the same: where a network has its own view, what is seen inside is not what receivers see.</summary>
internal sealed class SplitHorizonCheck : ICheck
{
    private const int MostNames = 5;

    public CheckInfo Info { get; } = new()
    {
        Id = "dns.split-horizon",
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(DomainReport)],
        DependsOn = ApiState.JudgedBy,
        Stage = OptInStage.Delivery,
        Effect = OptInEffect.Weakens,
        Severity = CheckSeverity.Low,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        DomainReport report = facts.Get<DomainReport>();
        if (report.Others.Count == 0)
            return new Finding { Status = CheckStatus.Skipped, Summary = Texts.Format("check.dns.split-horizon.skipped") };
        ServerDifference[] others = [.. report.Others.Where(other => other.Questions.Count > 0)];
        return others.Length == 0
            ? Finding.Pass(Texts.Format("check.dns.split-horizon.pass", report.Others.Count + 1))
            : new Finding
            {
                Status = CheckStatus.Warning,
                Summary = Texts.Format("check.dns.split-horizon.warn", others[0].Server, string.Join(", ", others[0].Questions.Take(MostNames))),
                Evidence = [.. others.Select(other => new CheckEvidence(other.Server, string.Join(", ", other.Questions.Take(MostNames)), Texts.Format("check.dns.found-other")))],
                Remedy = new CheckRemedy(Texts.Format("check.dns.split-horizon.remedy")),
            };
    }
}

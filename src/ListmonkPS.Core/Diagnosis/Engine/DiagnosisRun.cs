using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Ranking;
using ListmonkPS.Core.Diagnosis.Reading;


namespace ListmonkPS.Core.Diagnosis.Engine;

/// <summary>
/// One diagnosis of one server, and the door of this room: facts are read side by side, each check judges as soon as its facts are there,
/// what the checks depend on is settled, then the findings are weighed and ranked.
/// </summary>
internal sealed class DiagnosisRun(CheckRegistry registry, TimeProvider time)
{
    /// <summary>Runs every check.</summary>
    /// <returns>All checks, ranked, with the facts.</returns>
    public async Task<DiagnosisResult> RunAsync(
        FactContext context, TimeSpan bound, INoticeSink notices, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        FactReader reader = new(registry.Sources, context, bound, time, cancellation);
        JudgedCheck[] judged = await Task.WhenAll(registry.Checks.Select(check => JudgeAsync(check)));
        FactSet all = await reader.ReadAsync([.. registry.Sources.Keys]);
        return new DiagnosisResult(FindingRanking.Rank(DependencySettlement.Settle(judged), context.Session.Name), all);

        async Task<JudgedCheck> JudgeAsync(ICheck check)
        {
            FactSet facts = await reader.ReadAsync([.. check.Info.Reads, .. check.Info.AlsoReads]);
            cancellation.ThrowIfCancellationRequested();
            Finding finding = AccessGate.MissingNeed(check.Info, context.Asked) ?? AccessGate.MissingFact(check.Info, facts) ?? check.Judge(facts);
            TimeSpan duration = time.GetElapsedTime(start);
            notices.Verbose(Texts.Format("notice.check-judged", check.Info.Id, finding.Status, finding.Summary));
            return new JudgedCheck(check.Info, finding, duration);
        }
    }
}

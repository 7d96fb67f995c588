using ListmonkPS.Core.Diagnosis.Facts.Log;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Logs.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>listmonk starts, and does not start again and again. Only files tell: the memory of a process that does not run is gone, and each start empties it.</summary>
internal sealed class StartFailedCheck() : LogCheck("log.start-failed", LogClass.StartFailure, OptInStage.Service, OptInEffect.StopsAll, isSymptom: false)
{
    private const int ManyStarts = 3;
    private static readonly TimeSpan Loop = TimeSpan.FromMinutes(10);

    protected override Finding Found(FactSet facts, LogDigest digest, LogEntry first, LogEntry last)
    {
        // What is written after the failure was written by a process that runs.
        DateTimeOffset? sign = digest.LastOf(LogClass.Start).LastOrDefault(entry => entry.Message.Contains("messenger", StringComparison.Ordinal))?.Time;
        bool runs = sign > last.Time;
        int starts = digest.LastOf(LogClass.Start).Count(entry => entry.Version is not null && entry.Time > last.Time - Loop);
        Finding finding = base.Found(facts, digest, first, last);
        return runs
            ? Finding.Pass(Texts.Format("check.log.start-failed.runs", ServerLog.Time(last)), ServerLog.Evidence(last))
            : finding with { Summary = starts >= ManyStarts ? finding.Summary + " " + Texts.Format("check.log.start-failed.loop", starts) : finding.Summary };
    }
}

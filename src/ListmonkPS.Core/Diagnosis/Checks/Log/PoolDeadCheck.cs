using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Logs.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>
/// A connection to the mail server is free. Up to v4.1.0 the pool counts failed connections as used, until none is left (B2); from v5 on calls to a mail server that stays silent keep theirs until a
/// reload (seen). Either way mail stays dead after the mail server works again.
/// </summary>
internal sealed class PoolDeadCheck() : LogCheck("log.pool-dead", LogClass.Pool, OptInStage.Connecting, OptInEffect.StopsAll, isSymptom: false)
{
    protected override Finding Found(FactSet facts, LogDigest digest, LogEntry first, LogEntry last)
    {
        Finding finding = base.Found(facts, digest, first, last);
        // After a reload the pool is new: only a failure since the last start or reload counts.
        bool isRenewed = ((LogClass[])[LogClass.Start, LogClass.Reload]).Any(found => digest.NewestOf(found)?.Time > last.Time);
        string upgrade = facts.TryGet<VersionDefects>()?.Find("B2") is { UpgradeTo: { } target } ? " " + Texts.Format("version.remedy.upgrade", target) : "";
        return isRenewed
            ? Finding.Pass(Texts.Format("check.log.pool-dead.renewed", digest.CountOf(LogClass.Pool)))
            : finding with
            {
                Status = CheckStatus.Fail,
                Remedy = new CheckRemedy(Texts.Format("check.log.pool-dead.remedy") + upgrade, NeedsRestart: true),
            };
    }
}

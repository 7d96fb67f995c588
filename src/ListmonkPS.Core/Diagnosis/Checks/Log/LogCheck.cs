using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Facts.Log;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Logs.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>What the checks of the log share: which class of lines they look for, and that old lines and a silent log prove nothing.</summary>
/// <param name="id">Id of the check.</param>
/// <param name="found">The class.</param>
/// <param name="stage">Place of the trouble on the way of the mail.</param>
/// <param name="effect">What it does.</param>
/// <param name="isSymptom">True when something else is the cause.</param>
internal abstract class LogCheck(string id, LogClass found, OptInStage stage, OptInEffect effect, bool isSymptom) : ICheck
{
    public CheckInfo Info { get; } = new()
    {
        Id = id,
        Needs = [Access.Api | Access.Log],
        Reads = [typeof(ServerLog)],
        AlsoReads = [typeof(VersionDefects)],
        DependsOn = ApiState.JudgedBy,
        Stage = stage,
        Effect = effect,
        Severity = CheckSeverity.High,
        IsSymptom = isSymptom,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        LogDigest digest = facts.Get<ServerLog>().Digest;
        LogEntry? last = digest.NewestOf(found);
        if (last is null || !ServerLog.IsRecent(last, facts.Now))
        {
            return Finding.Pass(last is null
                ? Texts.Format($"check.{Info.Id}.pass", digest.Count)
                : Texts.Format("check.log.pass-old", digest.CountOf(found), ServerLog.Time(last)));
        }

        return Found(facts, digest, digest.FirstOf(found)!, last);
    }

    /// <summary>Judges what was found.</summary>
    /// <param name="facts">The run.</param>
    /// <param name="digest">The log.</param>
    /// <param name="first">The first of the class.</param>
    /// <param name="last">The last of the class, which is recent.</param>
    protected virtual Finding Found(FactSet facts, LogDigest digest, LogEntry first, LogEntry last) => new()
    {
        Status = last.IsOptIn == true || Info.Stage == OptInStage.Service ? CheckStatus.Fail : CheckStatus.Warning,
        Summary = Texts.Format($"check.{Info.Id}.fail", digest.CountOf(found), ServerLog.Time(first), ServerLog.Time(last), ServerLog.Shortened(last.Message)),
        Evidence = first == last ? [ServerLog.Evidence(last)] : [ServerLog.Evidence(first), ServerLog.Evidence(last)],
        Confidence = last.IsOptIn == true ? CheckConfidence.High : CheckConfidence.Medium,
        Remedy = new CheckRemedy(Texts.Format($"check.{Info.Id}.remedy")),
    };
}

using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Facts.Log;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>
/// Log, last start and sign-ups agree since when it is broken. Where they do not, there are two troubles, or the log shows another one than that of the break: the difference is told, and no date is
/// taken from the log then.
/// </summary>
internal sealed class DatesCheck : ICheck
{
    public const string Id = "log.dates";

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Log],
        Reads = [typeof(ServerLog)],
        AlsoReads = [typeof(RecentSignUps), typeof(VersionDefects), typeof(ServerConnection)],
        DependsOn = ApiState.JudgedBy,
        Stage = OptInStage.Confirmation,
        Effect = OptInEffect.None,
        Severity = CheckSeverity.Low,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        ServerLog log = facts.Get<ServerLog>();
        LogEntry? first = log.Digest.FirstFailure;
        if (facts.TryGet<RecentSignUps>()?.Break is not { } found)
        {
            return Finding.Pass(first is null
                ? Texts.Format("check.log.dates.pass-nothing")
                : Texts.Format("check.log.dates.pass-log", ServerLog.Time(first)));
        }

        BreakAgreement agreement = new(found, log.Digest);
        (bool Agrees, string Text)? failure = agreement.Failure();
        string?[] sentences =
        [
            Texts.Format("check.log.dates.break", found.At.ToLocalTime(), found.NotBefore.ToLocalTime(), found.NotAfter.ToLocalTime()),
            failure?.Text ?? Texts.Format("check.log.dates.no-failure"),
            agreement.Start(facts.TryGet<ServerConnection>()?.Oldest),
            agreement.Release(facts.TryGet<VersionDefects>()?.Running),
        ];
        return new Finding
        {
            Status = failure?.Agrees == false ? CheckStatus.Warning : CheckStatus.Pass,
            Summary = string.Join(' ', sentences.OfType<string>()),
            Evidence = first is null ? [] : [ServerLog.Evidence(first)],
            Confidence = CheckConfidence.Low,
            Since = found.At,
            Remedy = failure?.Agrees == false ? new CheckRemedy(Texts.Format("check.log.dates.remedy")) : null,
        };
    }
}

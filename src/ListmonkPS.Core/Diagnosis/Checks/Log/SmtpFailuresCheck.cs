using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Logs.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>
/// Opt-in mails leave without a failure in the log. What the mail server said is classified; from v5 on the log names whom it hit. It is a consequence: what is wrong with the mail server, the pool or
/// the template is judged by other checks, where they can see it; else this one stands for it.
/// </summary>
internal sealed class SmtpFailuresCheck() : LogCheck("log.smtp-failures", LogClass.SmtpFailure, OptInStage.Delivery, OptInEffect.StopsSome, isSymptom: true)
{
    protected override Finding Found(FactSet facts, LogDigest digest, LogEntry first, LogEntry last)
    {
        Finding finding = base.Found(facts, digest, first, last);
        string whom = digest.StillWaiting is { } waiting ? " " + Texts.Format("check.log.hit", digest.Named.Count, waiting)
            : digest.Named.Count > 0 ? " " + Texts.Format("check.log.named", digest.Named.Count)
            : " " + Texts.Format("check.log.nameless");
        return finding with
        {
            Summary = finding.Summary + whom,
            AffectedCount = digest.StillWaiting,
            Remedy = last.Reply?.Remedy ?? finding.Remedy,
        };
    }
}

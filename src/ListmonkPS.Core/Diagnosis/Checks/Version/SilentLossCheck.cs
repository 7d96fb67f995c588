using ListmonkPS.Core.Diagnosis.Checks.Smtp;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Version;

/// <summary>
/// The version says so when a mail is lost. v5.0.0 to v5.0.2 report success and log nothing while the mail server cannot be reached, and so does their SMTP test (B3, G25).
/// </summary>
internal sealed class SilentLossCheck : ICheck
{
    public const string Id = "version.silent-loss";
    private const string Defect = "B3";

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(VersionDefects)],
        AlsoReads = [typeof(SmtpConversations)],
        DependsOn = [.. ApiState.JudgedBy, DatabaseState.JudgedBy],
        Stage = OptInStage.Acceptance,
        IsSymptom = true, // the server that cannot be reached is the cause, where it is known
        Effect = OptInEffect.StopsSome,
        Severity = CheckSeverity.High,
        Reference = "https://github.com/knadh/listmonk/issues/2536",
    };

    public Finding Judge(FactSet facts)
    {
        VersionDefects version = facts.Get<VersionDefects>();
        if (version.Find(Defect) is not { } defect)
            return Finding.Pass(Texts.Format("check.version.silent-loss.pass", version.Running.Told), version.Evidence());
        SmtpTalk[] talks = [.. facts.TryGet<SmtpConversations>()?.Talks ?? []];
        SmtpTalk[] dark = [.. talks.Where(talk => SmtpFaults.Of(talk) is SmtpFault.HostUnknown or SmtpFault.Unreachable)];
        bool isLosing = dark.Length > 0 && facts.Get<SmtpConversations>().IsNear;
        return new Finding
        {
            Status = isLosing ? CheckStatus.Fail : CheckStatus.Warning,
            Summary = isLosing
                ? Texts.Format("check.version.silent-loss.fail", version.Running.Told, $"{dark[0].Test.Server}:{dark[0].Test.Port}")
                : Texts.Format("check.version.silent-loss.warning", version.Running.Told),
            Evidence = [version.Evidence()],
            Confidence = version.Running.IsExact ? CheckConfidence.High : CheckConfidence.Medium,
            Effect = isLosing ? (dark.Length == talks.Length ? OptInEffect.StopsAll : OptInEffect.StopsSome) : OptInEffect.Weakens,
            Severity = isLosing ? null : CheckSeverity.Medium,
            Remedy = defect.Remedy,
        };
    }
}

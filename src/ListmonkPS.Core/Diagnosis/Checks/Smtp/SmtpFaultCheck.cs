using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp;

/// <summary>
/// One fault of mail servers, looked for in the conversations with all of them. A fault that comes earlier in a conversation leaves this one
/// untested, and that is said.
/// </summary>
/// <param name="fault">Which.</param>
internal abstract class SmtpFaultCheck(SmtpFault fault) : ICheck
{
    public CheckInfo Info { get; } = new()
    {
        Id = SmtpFaults.IdOf(fault),
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(SmtpConversations)],
        DependsOn = ApiState.JudgedBy,
        Stage = fault < SmtpFault.Account ? OptInStage.Connecting : OptInStage.Acceptance,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.Critical,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        SmtpConversations conversations = facts.Get<SmtpConversations>();
        SmtpTalk[] hit = [.. conversations.Talks.Where(talk => SmtpFaults.Of(talk) == fault)];
        return hit.Length > 0 ? Failed(hit, conversations, facts) : NotHit(conversations);
    }

    /// <summary>The command that mends a block; null when there is none.</summary>
    /// <param name="talk">The block.</param>
    /// <param name="facts">The run.</param>
    protected virtual string? CommandFor(SmtpTalk talk, FactSet facts) => null;

    private Finding Failed(SmtpTalk[] hit, SmtpConversations conversations, FactSet facts)
    {
        SmtpTalk first = hit[0];
        bool isAll = conversations.Talks.All(talk => SmtpFaults.Of(talk) != SmtpFault.None);
        // From another network a name or a port that does not answer here may answer there (field cases T12).
        bool isSure = conversations.IsNear || fault > SmtpFault.Silent;
        string several = conversations.Talks.Count > 1 ? " " + Texts.Format("check.smtp.several", hit.Length, conversations.Talks.Count) : "";
        string elsewhere = isSure ? "" : " " + Texts.Format("check.smtp.elsewhere");
        return new Finding
        {
            Status = isSure ? CheckStatus.Fail : CheckStatus.Warning,
            Summary = Texts.Format($"check.{Info.Id}.fail", Place(first), Words(first.Test)) + several + elsewhere,
            Evidence = [.. hit.Select(Evidence)],
            Confidence = isSure ? CheckConfidence.Proved : CheckConfidence.Medium,
            Effect = isAll ? null : OptInEffect.StopsSome,
            Severity = isSure && isAll ? null : CheckSeverity.High,
            Remedy = Remedy(first, facts),
        };
    }

    private CheckRemedy Remedy(SmtpTalk talk, FactSet facts)
    {
        string text = talk.Test.Remedy?.Text ?? Words(talk.Test);
        return CommandFor(talk, facts) is { } command ? new CheckRemedy(text, command, NeedsRestart: true) : new CheckRemedy(text);
    }

    private Finding NotHit(SmtpConversations conversations)
    {
        if (conversations.Talks.Count == 0)
            return Finding.SkippedBecause(Settings.SmtpEnabledCheck.Id);
        SmtpTalk[] reached = [.. conversations.Talks.Where(talk => SmtpFaults.IsPast(fault, talk))];
        if (reached.Length > 0)
            return Finding.Pass(Texts.Format($"check.{Info.Id}.pass", Place(reached[0]), reached.Length, conversations.Talks.Count), [.. reached.Select(Evidence)]);
        SmtpFault earlier = SmtpFaults.Of(conversations.Talks[0]);
        if (earlier != SmtpFault.None)
            return Finding.SkippedBecause(SmtpFaults.IdOf(earlier));
        string key = conversations.Talks[0].Test.Status == CheckStatus.Skipped ? "check.smtp.no-password" : "check.smtp.no-sender";
        return new Finding { Status = CheckStatus.Skipped, Summary = Texts.Format(key, Place(conversations.Talks[0])) };
    }

    private static string Place(SmtpTalk talk) => $"{talk.Test.Server}:{talk.Test.Port}";

    private static string Words(SmtpTest test) => $"{test.ReplyCode} {test.EnhancedCode} {test.ReplyText}".Replace("  ", " ", StringComparison.Ordinal).Trim();

    private static CheckEvidence Evidence(SmtpTalk talk) =>
        new(Texts.Format("check.smtp.source", Place(talk)), talk.Test.Stage.ToString(), Words(talk.Test) is { Length: > 0 } words ? words : talk.Test.Status.ToString());
}

using System.Net;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Logs in as listmonk would, once, and only where the password is safe on the way.</summary>
internal static class AuthStage
{
    /// <summary>Logs in.</summary>
    public static async Task<StageOutcome> RunAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        SmtpTarget target = dialogue.Target;
        if (target.Mechanism == SmtpAuthMechanism.None)
            return StageOutcome.Pass(Texts.Format("smtp.stage.no-auth"));
        IReadOnlyList<string> offered = dialogue.Capabilities.Mechanisms;
        if (!dialogue.Capabilities.HasAuth)
            return StageOutcome.Fail(Texts.Format("smtp.trouble.no-auth"), StageVerdict.Client("NoAuth"));
        if (ChooseMechanism(target, offered) is not { } mechanism)
            return NotOffered(target, offered);
        if (target.Secret is not { } secret)
            return Skipped("smtp.stage.no-password");
        if (!dialogue.IsTrusted)
            return Skipped("smtp.stage.not-trusted");
        if (!IsSafe(dialogue, mechanism))
            return InTheClear(mechanism);
        AuthDialogue log = new(dialogue.Wire, dialogue.Transcript, secret);
        WireReply reply = await log.RunAsync(mechanism, cancellation);
        string command = "AUTH " + AuthNames.Of(mechanism);
        if (!reply.IsPositive)
            return StageOutcome.Refused(command, reply);
        return log.HasOddQuestions
            ? new StageOutcome(CheckStatus.Warning, Texts.Format("smtp.stage.odd-login"))
            {
                Command = command,
                Reply = reply,
                GoesOn = true,
                Verdict = StageVerdict.Client("LogInDialogue"),
            }
            : StageOutcome.Pass(Texts.Format("smtp.stage.auth", AuthNames.Of(mechanism), secret.User), command, reply);
    }

    private static SmtpAuthMechanism? ChooseMechanism(SmtpTarget target, IReadOnlyList<string> offered) => target.Mechanism is { } wanted
        ? offered.Contains(AuthNames.Of(wanted), StringComparer.OrdinalIgnoreCase) ? wanted : null
        : AuthNames.FirstOffered(offered);

    private static StageOutcome NotOffered(SmtpTarget target, IReadOnlyList<string> offered)
    {
        string wanted = target.Mechanism is { } mechanism ? AuthNames.Of(mechanism) : "PLAIN, LOGIN, CRAM-MD5";
        return StageOutcome.Fail(
            Texts.Format("smtp.trouble.mechanism", wanted, string.Join(", ", offered)), new StageVerdict(SmtpReplyClass.AuthMechanism, "AuthMechanism"));
    }

    private static StageOutcome Skipped(string key) => new(CheckStatus.Skipped, Texts.Format(key));

    /// <summary>CRAM-MD5 sends no password; the others send it as it is.</summary>
    private static bool IsSafe(Dialogue dialogue, SmtpAuthMechanism mechanism) =>
        dialogue.Wire.IsEncrypted || mechanism == SmtpAuthMechanism.CramMd5 || IPAddress.IsLoopback(dialogue.Address!);

    /// <summary>With PLAIN listmonk's own client refuses too; with LOGIN it would send the password for all to read, we do not.</summary>
    private static StageOutcome InTheClear(SmtpAuthMechanism mechanism) => mechanism == SmtpAuthMechanism.Plain
        ? StageOutcome.Fail(Texts.Format("smtp.trouble.unencrypted"), StageVerdict.Client("Unencrypted"))
        : Skipped("smtp.stage.in-the-clear");
}

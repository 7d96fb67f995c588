using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Sender and recipient: MAIL FROM and RCPT TO, as Go's client writes them.</summary>
internal static class EnvelopeStages
{
    /// <summary>Names the sender.</summary>
    public static async Task<StageOutcome> MailFromAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        string parameters = (dialogue.Capabilities.Has8BitMime ? " BODY=8BITMIME" : "") + (dialogue.Capabilities.HasUtf8 ? " SMTPUTF8" : "");
        SmtpCommand command = SmtpCommand.Plain($"MAIL FROM:<{dialogue.Target.From}>{parameters}");
        WireReply reply = await dialogue.Wire.AskAsync(command, cancellation);
        dialogue.IsInTransaction = reply.IsPositive;
        return reply.IsPositive ? StageOutcome.Pass(dialogue.Target.From!, command.Shown, reply) : StageOutcome.Refused(command.Shown, reply);
    }

    /// <summary>Names the recipient.</summary>
    public static async Task<StageOutcome> RcptToAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        string recipient = dialogue.Target.To ?? dialogue.Target.From!;
        SmtpCommand command = SmtpCommand.Plain($"RCPT TO:<{recipient}>");
        WireReply reply = await dialogue.Wire.AskAsync(command, cancellation);
        return reply.IsPositive ? StageOutcome.Pass(recipient, command.Shown, reply) : StageOutcome.Refused(command.Shown, reply);
    }
}

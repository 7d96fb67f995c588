using System.Globalization;
using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Sends a short test mail: some servers judge the sender only now.</summary>
internal static class DataStage
{
    /// <summary>Sends.</summary>
    public static async Task<StageOutcome> RunAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        const string Command = "DATA";
        WireReply reply = await dialogue.Wire.AskAsync(SmtpCommand.Plain(Command), cancellation);
        if (!reply.IsIntermediate)
            return StageOutcome.Refused(Command, reply);
        string message = Message(dialogue);
        dialogue.Transcript.Happened(Texts.Format("smtp.transcript.message", message.Length));
        await dialogue.Wire.SendAsync(message + ".\r\n", cancellation);
        reply = await dialogue.Wire.ReceiveAsync(cancellation);
        dialogue.IsInTransaction = false;
        return reply.IsPositive ? StageOutcome.Pass(Texts.Format("smtp.stage.sent", dialogue.Target.To ?? dialogue.Target.From), Command, reply) : StageOutcome.Refused(Command, reply);
    }

    /// <summary>RFC 5322: short lines, ASCII, no line begins with a dot.</summary>
    private static string Message(Dialogue dialogue)
    {
        DateTimeOffset now = dialogue.Time.GetUtcNow();
        string from = dialogue.Target.From!;
        string domain = from.Contains('@', StringComparison.Ordinal) ? from[(from.LastIndexOf('@') + 1)..] : "localhost";
        return string.Join("\r\n",
        [
            "From: <" + from + ">",
            "To: <" + (dialogue.Target.To ?? from) + ">",
            "Subject: " + Texts.Format("smtp.message.subject"),
            "Date: " + now.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000",
            "Message-ID: <" + Guid.NewGuid().ToString("N") + "@" + domain + ">",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=us-ascii",
            "",
            Texts.Format("smtp.message.body"),
            "",
        ]);
    }
}

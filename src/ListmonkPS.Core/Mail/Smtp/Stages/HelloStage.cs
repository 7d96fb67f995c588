using ListmonkPS.Core.Mail.Smtp.Wire;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>EHLO, and HELO where the server does not know EHLO, as Go's client does. In the clear and inside TLS the offers are kept apart.</summary>
internal static class HelloStage
{
    /// <summary>False for a name with a line end in it, which would be a command of its own; Go's client refuses it too.</summary>
    public static bool CanSay(string name) => !name.Any(one => char.IsWhiteSpace(one) || char.IsControl(one));

    /// <summary>Says hello.</summary>
    public static async Task<StageOutcome> RunAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        string name = dialogue.Target.HelloName;
        if (!CanSay(name))
            return StageOutcome.Fail(Texts.Format("smtp.trouble.hello-name", HarmlessText.Of(name)), new StageVerdict(SmtpReplyClass.DnsPtr, "HelloName"));
        SmtpCommand hello = SmtpCommand.Plain("EHLO " + name);
        WireReply reply = await dialogue.Wire.AskAsync(hello, cancellation);
        if (reply.Code is 500 or 501 or 502 or 504)
        {
            WireReply refusal = reply;
            hello = SmtpCommand.Plain("HELO " + name);
            reply = await dialogue.Wire.AskAsync(hello, cancellation);
            if (!reply.IsPositive)
                return StageOutcome.Refused("EHLO " + name, refusal);
        }

        if (!reply.IsPositive)
            return StageOutcome.Refused(hello.Shown, reply);
        bool isExtended = hello.Line.StartsWith("EHLO", StringComparison.Ordinal);
        dialogue.Capabilities = isExtended ? Capabilities.Of(reply) : Capabilities.None;
        if (!dialogue.Wire.IsEncrypted)
            dialogue.ClearCapabilities = dialogue.Capabilities;
        string offers = dialogue.Capabilities.Lines.Count == 0 ? Texts.Format("smtp.stage.no-offers") : string.Join(", ", dialogue.Capabilities.Lines);
        return StageOutcome.Pass(Texts.Format("smtp.stage.hello", name, offers), hello.Shown, reply);
    }
}

using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Says in words what went wrong on the wire, and what it means at that step.</summary>
internal static class WireExplanation
{
    /// <summary>The outcome of a step that ended in trouble.</summary>
    public static StageOutcome Of(WireException exception, SmtpStageName stage, Dialogue dialogue) => exception.Trouble switch
    {
        WireTrouble.Closed => StageOutcome.Fail(Texts.Format("smtp.trouble.closed"), Closed(stage)),
        WireTrouble.NotSmtp => StageOutcome.Fail(Texts.Format("smtp.trouble.not-smtp", exception.Detail), StageVerdict.Client("NotSmtp")),
        WireTrouble.TooLong => StageOutcome.Fail(Texts.Format("smtp.trouble.too-long"), StageVerdict.Client("NotSmtp")),
        WireTrouble.EarlyReply => StageOutcome.Fail(
            Texts.Format(stage == SmtpStageName.StartTls ? "smtp.trouble.injection" : "smtp.trouble.early-reply"), StageVerdict.Client("EarlyReply")),
        WireTrouble.PlainInTls => StageOutcome.Fail(
            Texts.Format("smtp.trouble.plain-in-tls", dialogue.Target.Port, exception.Detail), StageVerdict.Client("TlsToPlainPort")),
        WireTrouble.TlsInPlain => StageOutcome.Fail(Texts.Format("smtp.trouble.tls-in-plain", dialogue.Target.Port), StageVerdict.Client("PlainToTlsPort")),
        WireTrouble.TlsAlert => StageOutcome.Fail(Texts.Format("smtp.trouble.tls-alert", exception.Detail), StageVerdict.Client("TlsAlert", RetryAdvice.Yes)),
        WireTrouble.TlsFailed => StageOutcome.Fail(Texts.Format("smtp.trouble.tls-failed"), StageVerdict.Client("TlsAlert", RetryAdvice.Yes)),
        _ => Silent(stage, dialogue.Target),
    };

    /// <summary>The outcome of a step at which nothing came in time.</summary>
    public static StageOutcome Silent(SmtpStageName stage, SmtpTarget target)
    {
        string summary = Texts.Format("smtp.trouble.silent", target.Timeout.TotalSeconds);
        return stage switch
        {
            SmtpStageName.Resolve => StageOutcome.Fail(summary, StageVerdict.Client("NameServer", RetryAdvice.Later)),
            SmtpStageName.Connect => StageOutcome.Fail(summary, StageVerdict.Client("TimedOut", RetryAdvice.Later)),
            _ => StageOutcome.Fail(summary, StageVerdict.Client("Silent", RetryAdvice.Later)),
        };
    }

    /// <summary>At once it is the wrong mode or a ban, later a limit or a fault.</summary>
    private static StageVerdict Closed(SmtpStageName stage) =>
        StageVerdict.Client("ConnectionLost", stage is SmtpStageName.Banner or SmtpStageName.StartTls ? RetryAdvice.No : RetryAdvice.Yes);
}

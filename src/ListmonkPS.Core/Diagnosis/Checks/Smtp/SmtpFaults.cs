using ListmonkPS.Core.Diagnosis.Facts;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp;

/// <summary>Which fault a conversation shows, and the check that names it.</summary>
internal static class SmtpFaults
{
    /// <summary>The fault; None when the conversation did not fail.</summary>
    public static SmtpFault Of(SmtpTalk talk) => Of(talk.Test) is var fault && IsOfTlsType(fault, talk) ? SmtpFault.TlsType : fault;

    /// <summary>True when the conversation came past the step at which a fault would have shown.</summary>
    public static bool IsPast(SmtpFault fault, SmtpTalk talk) => fault switch
    {
        SmtpFault.HostUnknown => HasPassed(talk, SmtpStageName.Resolve),
        SmtpFault.Unreachable => HasPassed(talk, SmtpStageName.Connect),
        SmtpFault.Silent => HasPassed(talk, SmtpStageName.Hello),
        SmtpFault.TlsType or SmtpFault.TlsMode or SmtpFault.TlsHandshake => HasPassedTls(talk, SmtpStageName.StartTls),
        SmtpFault.Certificate => HasPassedTls(talk, SmtpStageName.Certificate),
        // Without a password the conversation ends behind the offers, and a log-in that is refused was one that is offered.
        SmtpFault.Mechanism => HasPassed(talk, SmtpStageName.Auth) || Of(talk) == SmtpFault.LogIn
            || (talk.Test.Status == CheckStatus.Skipped && talk.Test.Stage == SmtpStageName.Auth),
        SmtpFault.LogIn => HasPassed(talk, SmtpStageName.Auth),
        SmtpFault.Account or SmtpFault.Sender => HasPassed(talk, SmtpStageName.MailFrom),
        _ => HasPassed(talk, SmtpStageName.RcptTo),
    };

    /// <summary>Id of the check that names a fault.</summary>
    public static string IdOf(SmtpFault fault) => fault switch
    {
        SmtpFault.HostUnknown => "smtp.host-unknown",
        SmtpFault.Unreachable => "smtp.unreachable",
        SmtpFault.Silent => "smtp.silent",
        SmtpFault.TlsType => "settings.smtp-tls-type",
        SmtpFault.TlsMode => "smtp.tls-mode",
        SmtpFault.TlsHandshake => "smtp.tls-handshake",
        SmtpFault.Certificate => "smtp.certificate",
        SmtpFault.Mechanism => "smtp.mechanism",
        SmtpFault.LogIn => "smtp.login",
        SmtpFault.Account => "smtp.account",
        SmtpFault.Sender => "smtp.sender",
        SmtpFault.Limit => "smtp.limit",
        SmtpFault.Relay => "smtp.relay",
        SmtpFault.Greylisted => "smtp.greylisted",
        SmtpFault.HelloName => "settings.smtp-hello-name",
        SmtpFault.Blocked => "smtp.address-blocked",
        SmtpFault.Refused => "smtp.refused",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    private static bool HasPassed(SmtpTalk talk, SmtpStageName stage) =>
        talk.Test.Stages.LastOrDefault(step => step.Name == stage) is { Status: CheckStatus.Pass or CheckStatus.Warning };

    /// <summary>Where no TLS is set there is no such step, and a greeting is all that it takes.</summary>
    private static bool HasPassedTls(SmtpTalk talk, SmtpStageName stage) =>
        HasPassed(talk, talk.Test.Tls == SmtpTlsMode.None ? SmtpStageName.Hello : stage);

    private static bool IsOfTlsType(SmtpFault fault, SmtpTalk talk) => !talk.Block.HasKnownTlsType
        && (fault is SmtpFault.TlsMode || (fault == SmtpFault.Mechanism && talk.Test.Trouble is "ClientNoAuth" or "ClientUnencrypted"));

    private static SmtpFault Of(SmtpTest test) => test.Status != CheckStatus.Fail ? SmtpFault.None : test.Stage switch
    {
        SmtpStageName.Resolve => SmtpFault.HostUnknown,
        SmtpStageName.Connect => SmtpFault.Unreachable,
        SmtpStageName.Certificate => SmtpFault.Certificate,
        _ => test.Trouble is null ? OfReply(test.Class) : OfTrouble(test.Trouble),
    };

    private static SmtpFault OfTrouble(string trouble) => trouble switch
    {
        "ClientPlainToTlsPort" or "ClientTlsToPlainPort" or "ClientNoStartTls" => SmtpFault.TlsMode,
        "ClientTlsAlert" => SmtpFault.TlsHandshake,
        "ClientNoAuth" or "ClientUnencrypted" or "ClientLogInDialogue" or "AuthMechanism" => SmtpFault.Mechanism,
        "HelloName" => SmtpFault.HelloName,
        _ => SmtpFault.Silent,
    };

    private static SmtpFault OfReply(SmtpReplyClass meaning) => meaning switch
    {
        SmtpReplyClass.TlsRequired => SmtpFault.TlsMode,
        SmtpReplyClass.AuthMechanism => SmtpFault.Mechanism,
        SmtpReplyClass.AuthFailed => SmtpFault.LogIn,
        SmtpReplyClass.AccountSuspended or SmtpReplyClass.SandboxRecipientNotVerified => SmtpFault.Account,
        SmtpReplyClass.SenderNotVerified or SmtpReplyClass.SenderUnauthorised => SmtpFault.Sender,
        SmtpReplyClass.QuotaDaily or SmtpReplyClass.RateLimit or SmtpReplyClass.ConnectionLimit => SmtpFault.Limit,
        SmtpReplyClass.RelayDenied => SmtpFault.Relay,
        SmtpReplyClass.Greylist => SmtpFault.Greylisted,
        SmtpReplyClass.BlocklistedIp or SmtpReplyClass.DnsPtr => SmtpFault.Blocked,
        _ => SmtpFault.Refused,
    };
}

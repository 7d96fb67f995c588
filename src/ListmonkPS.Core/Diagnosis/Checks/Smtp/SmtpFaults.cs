namespace ListmonkPS.Core.Diagnosis.Checks.Smtp;

/// <summary>Which fault a conversation shows, and the check that names it.</summary>
internal static class SmtpFaults
{
    /// <summary>The fault; None when the conversation did not fail.</summary>
    public static SmtpFault Of(SmtpTest test) => test.Status != CheckStatus.Fail ? SmtpFault.None : test.Stage switch
    {
        SmtpStageName.Resolve => SmtpFault.HostUnknown,
        SmtpStageName.Connect => SmtpFault.Unreachable,
        SmtpStageName.Certificate => SmtpFault.Certificate,
        _ => test.Trouble is null ? OfReply(test.Class) : OfTrouble(test.Trouble),
    };

    /// <summary>Id of the check that names a fault.</summary>
    public static string IdOf(SmtpFault fault) => fault switch
    {
        SmtpFault.HostUnknown => "smtp.host-unknown",
        SmtpFault.Unreachable => "smtp.unreachable",
        SmtpFault.Silent => "smtp.silent",
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
        SmtpFault.Blocked => "smtp.address-blocked",
        SmtpFault.Refused => "smtp.refused",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    private static SmtpFault OfTrouble(string trouble) => trouble switch
    {
        "ClientPlainToTlsPort" or "ClientTlsToPlainPort" or "ClientNoStartTls" => SmtpFault.TlsMode,
        "ClientTlsAlert" => SmtpFault.TlsHandshake,
        "ClientNoAuth" or "ClientUnencrypted" or "ClientLogInDialogue" or "AuthMechanism" => SmtpFault.Mechanism,
        "HelloName" => SmtpFault.Blocked,
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

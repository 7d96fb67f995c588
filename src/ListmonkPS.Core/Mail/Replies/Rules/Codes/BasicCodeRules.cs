using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Codes;

/// <summary>What the basic code (RFC 5321 section 4.2.3, RFC 4954) and the step say when words and enhanced code say nothing. 5.7.1 and 5.0.0 say nothing.</summary>
internal static class BasicCodeRules
{
    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(Accepted, RuleStrength.Decisive) { Kind = 2 },
        new(Accepted, RuleStrength.Decisive) { Kind = 3 },
        new(AuthFailed, RuleStrength.Code) { Codes = [530, 534, 535] },
        new(AuthFailed, RuleStrength.Code) { Stages = [SmtpStageName.Auth], Kind = 5 },
        new(TlsRequired, RuleStrength.Code) { Codes = [538] },
        new(AuthMechanism, RuleStrength.Code) { Codes = [504], Stages = [SmtpStageName.Auth] },
        new(SenderNotVerified, RuleStrength.Code) { Stages = [SmtpStageName.MailFrom], Kind = 5 },
        new(MailboxUnknown, RuleStrength.Code) { Stages = [SmtpStageName.RcptTo], Kind = 5 },
        new(MailboxUnknown, RuleStrength.Code) { Codes = [551, 556] },
        new(BlocklistedIp, RuleStrength.Code) { Stages = [SmtpStageName.Connect, SmtpStageName.Banner], Kind = 5 },
        new(ContentRejected, RuleStrength.Code) { Stages = [SmtpStageName.Data], Kind = 5 },
        new(MailboxFull, RuleStrength.Code) { Codes = [552] },
        new(PolicyOther, RuleStrength.Code) { Codes = [503], CanRetry = RetryAdvice.Yes, RetryAfter = TimeSpan.Zero, Remedy = "EchoOfRefusal" },
        new(TemporaryServer, RuleStrength.Code) { Kind = 4 },
    ];
}

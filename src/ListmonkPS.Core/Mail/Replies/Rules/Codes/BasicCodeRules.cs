using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Codes;

/// <summary>What the basic code (RFC 5321 section 4.2.3, RFC 4954) and the step say when words and enhanced code say nothing. 5.7.1 and 5.0.0 say nothing.</summary>
internal static class BasicCodeRules
{
    // Not 500 to 504: those speak of the command, whatever the step.
    private static readonly int[] Refusals = [511, 520, 521, 530, 540, 541, 542, 550, 551, 552, 553, 554, 555, 556, 559, 571];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(Accepted, RuleStrength.Decisive) { Kind = 2 },
        new(Accepted, RuleStrength.Decisive) { Kind = 3 },
        new(AuthFailed, RuleStrength.Code) { Codes = [530, 534, 535] },
        new(AuthFailed, RuleStrength.Code) { Stages = [SmtpStageName.Auth], Kind = 5 },
        new(TlsRequired, RuleStrength.Code) { Codes = [538] },
        new(AuthMechanism, RuleStrength.Code) { Codes = [504], Stages = [SmtpStageName.Auth] },
        new(SenderNotVerified, RuleStrength.Code) { Stages = [SmtpStageName.MailFrom], Codes = Refusals },
        new(MailboxUnknown, RuleStrength.Code) { Stages = [SmtpStageName.RcptTo], Codes = Refusals },
        new(MailboxUnknown, RuleStrength.Code) { Codes = [551, 556] },
        new(BlocklistedIp, RuleStrength.Code) { Stages = [SmtpStageName.Connect, SmtpStageName.Banner], Kind = 5 },
        new(ContentRejected, RuleStrength.Code) { Stages = [SmtpStageName.Data], Codes = Refusals },
        new(MailboxFull, RuleStrength.Code) { Codes = [552] },
        new(PolicyOther, RuleStrength.Code) { Codes = [503], CanRetry = RetryAdvice.Yes, RetryAfter = TimeSpan.Zero, Remedy = "EchoOfRefusal" },
        new(TemporaryServer, RuleStrength.Code) { Kind = 4 },
    ];
}

using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Codes;

/// <summary>
/// What enhanced codes mean by the standards (RFC 3463 and the registry of RFC 5248), where that is narrow. Not here: x.0.0, x.7.0 and x.7.1,
/// which servers use for anything, and x.7.9, which means a weak mechanism, an app password or SPF, by provider.
/// </summary>
internal static class EnhancedCodeRules
{
    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        Of(MailboxUnknown, 5, "1.0", "1.1", "1.2", "1.3", "1.4", "1.6", "1.10", "2.1", "4.4", "4.310", "7.17"),
        Of(SenderNotVerified, null, "1.7"),
        Of(DnsPtr, null, "1.8") with { Remedy = "SenderDomain" },
        Of(DnsPtr, null, "7.27") with { Remedy = "SenderDomain" },
        Of(DnsPtr, null, "7.25"),
        Of(MailboxFull, null, "2.2"),
        Of(SmtpReplyClass.Size, null, "2.3", "3.4"),
        Of(TemporaryServer, 4, "2.0", "2.1", "3.0", "3.1", "3.2", "3.5", "4.0", "4.1", "4.2", "4.3", "4.4", "4.5", "4.7"),
        Of(TemporaryServer, 5, "3.1", "3.5", "4.5", "4.7"),
        Of(QuotaDaily, 5, "4.5") with { Codes = [550, 552, 554] },
        Of(PolicyOther, 5, "2.4", "3.2", "3.3", "4.6", "7.2"),
        Of(PolicyOther, null, "5.3") with { CanRetry = RetryAdvice.No, Remedy = "TooManyRecipients" },
        Of(PolicyOther, 5, "5.1") with { Codes = [503], CanRetry = RetryAdvice.Yes, RetryAfter = TimeSpan.Zero, Remedy = "EchoOfRefusal" },
        Of(ContentRejected, 5, "6.0", "6.1", "6.2", "6.3", "6.5", "6.6", "6.7", "6.8", "6.9", "7.7"),
        Of(AuthFailed, null, "7.8", "7.12") with { Codes = [421, 450, 451, 454, 501, 530, 534, 535, 550, 554] },
        Of(AuthMechanism, 5, "7.4") with { Codes = [500, 502, 504] },
        Of(TlsRequired, null, "7.10", "7.11", "7.30"),
        Of(AccountSuspended, 5, "7.13"),
        Of(SenderUnauthorised, null, "7.20", "7.21", "7.22", "7.23", "7.24", "7.26", "7.29"),
        Of(RateLimit, null, "7.28"),
    ];

    private static ReplyRule Of(SmtpReplyClass meaning, int? kind, params string[] topics) => new(meaning, RuleStrength.Enhanced) { Kind = kind, Topics = topics };
}

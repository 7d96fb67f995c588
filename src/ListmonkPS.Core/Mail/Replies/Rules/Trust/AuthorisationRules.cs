using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Trust;

/// <summary>SPF, DKIM and DMARC of the sender's domain.</summary>
internal static class AuthorisationRules
{
    private static readonly string[] Deferred = ["rate limit", "deferred", "temporar"];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        // Held back because of SPF, DKIM or DMARC: passes once DNS is mended, so not given up.
        new(SenderUnauthorised, RuleStrength.Decisive)
        {
            Kind = 4,
            Any = [.. Pairs(Deferred, ["spf.", "dkim.", "dmarc", "unauthenticated"]), .. Pairs(["spf.", "dkim.", "dmarc"], Deferred)],
            Unless = ["unusual rate"],
            CanRetry = RetryAdvice.Later,
        },
        new(SenderUnauthorised, RuleStrength.Decisive)
        {
            Kind = 4,
            Topics = ["7.20", "7.21", "7.22", "7.23", "7.24", "7.26", "7.27", "7.30", "7.31", "7.32"],
            Any = ["spf.", "dkim.", "dmarc", "authenticat", "align"],
            CanRetry = RetryAdvice.Later,
        },
        new(SenderUnauthorised, RuleStrength.Decisive)
        {
            Any = ["spf.", "dkim.", "dmarc", "sender policy framework", "domainkeys", "openspf"],
            Unless = ["header*rfc", "ptr records and authentication", "temporary error*dns", "duplicate header", "unusual rate"],
        },
        new(SenderUnauthorised, RuleStrength.Strong)
        {
            Any =
            [
                "sender is unauthenticated", "unauthenticated email", "unauthenticated mail", "authentication checks",
                "required authentication level", "authentication level",
                "does not have authentication information", "ip*not allowed|not authorized|not authorised|not permitted*to send for", "purported responsible", "anti spoof", "antispoof", "spoof", "message*not authenticated", "domain*not authenticated", "sender*could not be authenticated",
                "forged sender", "forged", "invalid ip*sending mail of domain", "domain*mismatches client ip",
            ],
            Unless = ["for group", "helo.", "auth command", "client was not"],
        },
        new(SenderUnauthorised, RuleStrength.Strong) { Provider = "Microsoft 365", Topics = ["7.509", "7.515"] },
    ];
}

using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Delivery;

/// <summary>Trouble that the server has for the moment.</summary>
internal static class ServerRules
{
    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(TemporaryServer, RuleStrength.Strong)
        {
            Any =
            [
                "temporary*problem", "temporary*error", "temporary*failure", "temporary*local", "temporarily unavailable", "temporary system",
                "server busy", "system busy", "system*resources", "system storage", "internal*error", "internal*failure",
                "temporary lookup", "lookup failure", "cannot allocate", "out of memory", "configuration error", "error in processing", "local error",
                "local problem", "timeout exceeded", "timeout waiting", "connection timed out", "timed out", "lost connection",
                "lost input connection", "could not complete", "database*error", "disk full", "unverified address", "temporary domain", "failed to be replicated",
                "recipient temporarily unavailable", "service not active", "not available due to",
                "vorübergehend", "temporairement", "temporaneament", "temporalmente", "temporariamente", "tymczasow", "tijdelijk", "dočasn",
                "временно", "系统繁忙", "系統繁忙", "暂时", "一時的",
            ],
            Kind = 4,
            Unless = ["rate limit", "deferred", "quota", "greylist"],
        },
        new(TemporaryServer, RuleStrength.Strong)
        {
            Provider = "Microsoft 365",
            Any = ["server busy"],
            Topics = ["7.500", "7.501", "7.502"],
            Kind = 4,
            RetryAfter = TimeSpan.FromMinutes(15),
        },
        new(TemporaryServer, RuleStrength.Strong)
        {
            Provider = "Yahoo",
            Any = ["internal server error"],
            Topics = ["3.2"],
            Kind = 4,
            RetryAfter = TimeSpan.FromMinutes(15),
        },
        new(TemporaryServer, RuleStrength.Medium)
        {
            Any =
            [
                "service*unavailable", "service not available", "server*unavailable", "temporarily rejected", "temporar", "timeout", "busy",
                "closing transmission channel", "closing connection", "shutting down", "maintenance", "dns*failed",
            ],
            Kind = 4,
            Unless = ["blocked", "too many", "rate limit", "deferred"],
        },
        new(TemporaryServer, RuleStrength.Weak)
        {
            Kind = 4,
            Any =
            [
                "try again", "try later", "come back later", "retry", "später", "réessayez", "réessayer", "riprovare", "inténtelo", "tente novamente",
                "spróbuj", "позже", "稍后", "後で",
            ],
        },
        // Postfix asked Dovecot, who was not there: the words, not the 535, are right.
        new(TemporaryServer, RuleStrength.Decisive)
        {
            Any = ["connection lost to authentication", "connection*authentication server*failed|lost|refused", "authentication server*unavailable"],
            CanRetry = RetryAdvice.Yes,
        },
        new(TemporaryServer, RuleStrength.Medium)
        {
            Kind = 5,
            Any = ["internal server error", "internal error", "temporary*failure", "system*storage", "message expired", "service*unavailable", "not accepting connections"],
            Unless = ["client", "blocked", "listed"],
            CanRetry = RetryAdvice.Later,
        },
        new(TemporaryServer, RuleStrength.Weak) { Kind = 5, Any = ["try again later", "try later", "come back later"], CanRetry = RetryAdvice.Later },
    ];
}

using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Trust;

/// <summary>Rules of servers and their administrators that fit nowhere else, and the order of commands.</summary>
internal static class PolicyRules
{
    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(PolicyOther, RuleStrength.Strong)
        {
            Any = ["too many errors", "too many invalid recipient", "too many unknown", "too many bad"],
            Unless = ["auth"],
            CanRetry = RetryAdvice.Yes,
            RetryAfter = TimeSpan.FromHours(1),
            Remedy = "TooManyErrors",
        },
        new(PolicyOther, RuleStrength.Strong)
        {
            Any = ["too many recipients", "recipients*exceed", "maximum*recipients"],
            Unless = ["retry timeout", "per day", "daily", "hour", "short time", "minute", "24"],
            CanRetry = RetryAdvice.No,
            Remedy = "TooManyRecipients",
        },
        new(PolicyOther, RuleStrength.Strong)
        {
            Codes = [500, 501, 503, 550, 554],
            Any =
            [
                "nested mail", "sender already", "already specified", "one sender per message", "bad sequence", "improper sequence",
                "sequence of commands", "need mail", "need rcpt", "out of order", "out of sequence", "mail first", "rcpt first", "helo first",
                "ehlo first", "duplicate mail", "command*not*in this state", "synchronization error", "synchronisation error",
            ],
            Unless = ["auth."],
            CanRetry = RetryAdvice.Yes,
            RetryAfter = TimeSpan.Zero,
            Remedy = "EchoOfRefusal",
        },
        new(PolicyOther, RuleStrength.Strong)
        {
            Any = ["reputation*domain", "domain*reputation"],
            Kind = 4,
            CanRetry = RetryAdvice.Later,
            RetryAfter = TimeSpan.FromDays(2),
            Remedy = "DomainReputation",
        },
        new(PolicyOther, RuleStrength.Strong)
        {
            Any = ["reputation*domain", "domain*reputation"],
            Kind = 5,
            CanRetry = RetryAdvice.Later,
            RetryAfter = TimeSpan.FromDays(2),
            Remedy = "DomainReputation",
        },
        new(PolicyOther, RuleStrength.Decisive)
        {
            Any = ["for group", "allowed senders list", "sender not in allowed", "delivery restriction"],
            CanRetry = RetryAdvice.No,
        },
        new(PolicyOther, RuleStrength.Medium)
        {
            Codes = [500, 501, 502, 504, 555],
            Any = ["syntax", "unrecognized command", "unrecognised command", "command unrecognized", "unknown command", "not implemented", "unsupported parameter"],
            Unless = ["auth", "helo.", "ehlo.", "domain", "hostname", "recipient address", "mailbox address"],
            CanRetry = RetryAdvice.No,
        },
        new(PolicyOther, RuleStrength.Medium)
        {
            Any =
            [
                "policy", "policies", "local rule", "rejected by recipient", "rejected by this user", "by recipients", "blocked senders", "hop count",
                "external forwarding", "mail loop", "routing loop", "loop detected", "customized block", "rejected by destination", "recipient*rejected*block",
                "message not allowed", "suppression list", "suppressed", "blocked this sender", "not in whitelist", "whitelist", "allowlist", "blocked by recipient", "blocked by the recipient", "administrative prohibition",
                "administratively", "prohibited by administrator",
                "richtlinie", "politique", "política", "politica", "polityk", "политик", "策略", "ポリシー",
            ],
            Unless = ["policy service", "policy server", "policy daemon"],
        },
        new(PolicyOther, RuleStrength.Strong)
        {
            Any =
            [
                "policy reasons", "policy restriction", "local policy", "mailpolicy", "mail policy", "email policy", "policy violation",
                "violates*policy", "rejected by policy", "due to policy", "security policy", "blocked by policy", "not in whitelist",
            ],
            Unless = ["spf.", "dmarc", "dkim."],
        },
        new(PolicyOther, RuleStrength.Strong) { Provider = "Trend Micro", Any = ["block send er"] },
        new(PolicyOther, RuleStrength.Strong) { Provider = "Mimecast", Any = ["envelope blocked*user entry"] },
        new(PolicyOther, RuleStrength.Strong)
        {
            Provider = "Microsoft 365",
            Marks = ["RESOLVER.RST.AuthRequired", "RESOLVER.RST.NotAuthorized", "RESOLVER.RST.SenderNotAuth", "RESOLVER.RST.Restricted"],
        },
        new(PolicyOther, RuleStrength.Enhanced) { Provider = "Microsoft 365", Topics = ["7.133", "7.124", "7.129", "7.134", "7.136"] },
        new(PolicyOther, RuleStrength.Weak) { Topics = ["7.1"], Any = ["access denied", "message rejected", "rejected", "blocked", "refused"] },
    ];
}

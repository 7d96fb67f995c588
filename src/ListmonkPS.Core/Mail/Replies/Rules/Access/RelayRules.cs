using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Access;

/// <summary>Mail that the server does not pass on for this client.</summary>
internal static class RelayRules
{
    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(RelayDenied, RuleStrength.Strong)
        {
            Any =
            [
                .. EitherOrder(["relay", "relais", "retransmiss", "reenvío", "релей", "ретрансляц", "中继", "转发", "中継"],
                    ["denied", "not permitted", "not allowed", "prohibited", "refused", "disallowed", "forbidden", "rejected", "unable", "not relay", "not accepted", "cannot", "do not", "not configured", "verweigert", "nicht erlaubt", "abgelehnt",
                     "refus", "interdit", "non autoris", "non consentit", "negat", "negad", "no permitid", "denegad", "não permitid", "zabronion",
                     "odmow", "geweigerd", "запрещ", "禁止", "拒绝", "拒否"]),
                "not relaying", "unable to relay", "as a relay", "open relay", "relayzugriff", "not a local domain", "delivery is not allowed to",
                "not local and not relay",
            ],
            Unless = ["open relay list", "is an open relay", "relay quota", "relay limit", "sending limit", "blocked using"],
        },
        new(RelayDenied, RuleStrength.Medium)
        {
            Any = ["relay"],
            Kind = 5,
            Unless = ["relay quota", "relay limit", "sending limit", "smtp relay", "use a relay", "use the relay"],
        },
        new(RelayDenied, RuleStrength.Strong) { Provider = "qmail", Any = ["list of allowed rcpthosts"] },
        new(RelayDenied, RuleStrength.Strong) { Provider = "poste.io", Any = ["cannot deliver mail for"] },
        new(RelayDenied, RuleStrength.Enhanced) { Provider = "Microsoft 365", Topics = ["7.64", "7.54"] },
    ];
}

using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Access;

/// <summary>Whether this log-in may use this sender address.</summary>
internal static class SenderRules
{
    private static readonly string[] Senders =
    [
        "sender", "from address", "from email", "from domain", "from header", "mail from", "envelope from", "sending domain", "return path", "absender", "expédit",
        "mittente", "remitente", "remetente", "nadawc", "afzender",
        "отправител", "发件人", "发信人", "差出人", "送信者", "送信元", "avsändare", "afsender", "lähettäjä", "feladó", "odesílatel", "gönderen", "발신자", "보내는 사람",
    ];

    private static readonly string[] NotOwned =
    [
        "not owned", "not verified", "not been validated", "not validated", "not allowed", "not permitted", "not authorized", "not authorised",
        "not valid", "not a verified", "not match", "must match", "must be the same", "must be same",
        "must equal", "not registered", "not associated", "not belong", "not configured", "unverified", "may not be used", "mismatch",
        "verify failed", "does not have permission", "must be verified", "not conform", "doesn't conform", "not one of your",
        "gehört nicht", "nicht erlaubt", "nicht zulässig", "nicht verifiziert", "non autoris", "pas autoris", "interdit", "non autorizzat",
        "non consentit", "no autorizad", "no permitid", "não autorizad", "diferente do",
        "niezgodny", "niedozwolon", "niet toegestaan", "не разреш", "не принадлеж", "不一致", "未验证", "许可", "許可されて", "nie jest właściciel", "inte tillåt", "ikke tilladt", "ei ole sallittu", "nem engedélyezett",
        "není povolen", "nepovolen", "izin veril", "다릅니다", "허용되지", "일치하지",
    ];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(SenderNotVerified, RuleStrength.Strong)
        {
            Any =
            [
                .. Pairs(Senders, NotOwned), .. Pairs(["unverified", "unregistered", "non-verified"], ["sender", "domain", "sending"]),
                "invalid sender", "unauthorised sender", "unauthorized sender", "émetteur invalide", "expéditeur invalide", "bad sender", "not owned by user",
                "not owned by", "verified sender", "send as", "permission*send as", "domain*not verified", "domain*not associated",
                "domain*not registered", "domain*not validated", "domain*not been verified", "domain*not been validated", "email address is not verified",
                "not*on your account", "not associated with your account", "sender verify", "empty sender", "match*authenticated user",
                "not match the login", "not local sender", "not allowed to send from", "not allowed to send as", "not authorized|not authorised|not allowed|not permitted*this sender address", "not allowed to send*from this address", "not permitted to send from", "domain must be verified", "same as authorization user",
            ],
            Unless =
            [
                "domain not found", "does not exist", "hostname", "not found", "group", "allowed senders list", "relay access", "blocked", "could not complete",
                "unauthenticated", "unverified address", "invalid dns", "sender's ip", "sender ip", "blocked this sender",
            ],
        },
        new(SenderNotVerified, RuleStrength.Medium)
        {
            Any = Pairs(
                ["sender", "mail from", "absender", "mittente", "remetente", "remitente"],
                ["rejected", "refused", "invalid", "denied", "abgelehnt", "rechazad", "rifiutat"]),
            Unless = ["domain", "host", "spf.", "recipient", "policy"],
        },
        new(SenderNotVerified, RuleStrength.Medium)
        {
            Stages = [SmtpStageName.MailFrom],
            Any = ["not allowed", "not permitted", "not authorized", "not authorised", "access denied"],
            Unless = ["relay", "client host", "ip."],
        },
        new(SenderNotVerified, RuleStrength.Strong) { Any = ["domain|sender|address*not found in your account"] },
        new(SenderNotVerified, RuleStrength.Decisive) { Provider = "Zoho", Any = ["relaying disallowed as"] },
        new(SenderNotVerified, RuleStrength.Strong) { Provider = "163.com", Any = ["local user only"] },
        new(SenderNotVerified, RuleStrength.Strong) { Provider = "SMTP2GO", Any = ["blank sender"], Remedy = "SenderMissing" },
        new(SenderNotVerified, RuleStrength.Strong) { Provider = "SendGrid", Any = ["verified sender identity"] },
        new(SenderNotVerified, RuleStrength.Strong) { Provider = "Postmark", Any = ["sender signature"] },
        new(SenderNotVerified, RuleStrength.Strong) { Provider = "SparkPost", Any = ["unconfigured sending domain"] },
        new(SenderNotVerified, RuleStrength.Decisive) { Provider = "Microsoft 365", Any = ["send as denied"], Remedy = "SendAs" },
    ];
}

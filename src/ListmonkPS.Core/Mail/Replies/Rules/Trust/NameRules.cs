using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Trust;

/// <summary>Names in DNS: of the sending address, of HELO, of the sender's domain.</summary>
internal static class NameRules
{
    private static readonly string[] Reverse =
    [
        "reverse dns", "rdns", "reverse hostname", "reverse host", "reverse lookup", "reverse name", "ptr.", "inverse", "inverso", "reverso", "inversa",
        "revers dns", "反向解析", "逆引き", "обратн",
    ];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(DnsPtr, RuleStrength.Strong)
        {
            Any =
            [
                .. Reverse, "cannot find your", "ip*must resolve", "must resolve", "client host rejected*hostname", "forward*reverse", "ip name lookup failed",
                "hostname*not match", "no hostname", "host name*not resolve", "hostname*not resolve", "unknown hostname",
            ],
            Unless = ["relay"],
        },
        new(DnsPtr, RuleStrength.Strong)
        {
            Any =
            [
                .. EitherOrder(
                    [
                        "helo.", "ehlo.", "heloehlo",
                    ],
                    [
                        "invalid", "forged", "rejected", "not found", "malformed", "fully qualified", "not resolve", "mismatch", "not match", "syntax", "ungültig",
                        "invalide", "bad.",
                    ]),
                "need fully qualified hostname", "need fqdn",
            ],
            Unless = ["reverse", "first"],
            CanRetry = RetryAdvice.No,
            Remedy = "HelloName",
        },
        new(DnsPtr, RuleStrength.Strong)
        {
            Codes = [501, 504, 550, 554],
            Stages = [SmtpStageName.Hello],
            Remedy = "HelloName",
            CanRetry = RetryAdvice.No,
            Unless = ["blocked", "listed", "spam", "black"],
        },
        new(DnsPtr, RuleStrength.Medium)
        {
            Codes = [501],
            Any = ["invalid domain", "invalid hostname", "invalid host name"],
            Remedy = "HelloName",
            CanRetry = RetryAdvice.No,
        },
        new(DnsPtr, RuleStrength.Strong)
        {
            Any =
            [
                .. Pairs(["sender", "mail from", "return path", "absender", "expédit", "mittente", "remitente", "remetente"],
                    ["domain not found", "domain does not exist", "domain must", "domain*not resolve", "domain*does not exist", "does not exist", "unrouteable", "unroutable", "not resolvable", "domain*nicht", "does not accept mail", "domain*not found", "domain*inexist", "dominio*no existe"]),
                .. EitherOrder(["domaine de l'expéditeur", "absenderdomain", "domäne des absenders", "dominio del mittente", "dominio del remitente", "domínio do remetente", "domena nadawcy", "domein van de afzender", "домен отправителя", "发件人域名", "送信者ドメイン"],
                    ["existiert nicht", "nicht gefunden", "n'existe pas", "introuvable", "non esiste", "no existe", "não existe", "nie istnieje", "bestaat niet", "не существует", "не найден", "不存在", "存在しません"]),
                "domain of sender", "domain may not exist or dns", "dns check failed", "invalid dns", "sender*fully qualified", "sender domain*valid", "without a valid sender domain", "nullmx",
                "null mx",
            ],
            Unless = ["relay", "reverse", "recipient address", "recipient domain", "receive email", "receive mail"],
            Remedy = "SenderDomain",
        },
        new(DnsPtr, RuleStrength.Strong) { Provider = "163.com", Marks = ["RP:RDN", "MI:RDN", "IP:RDN"] },
        new(DnsPtr, RuleStrength.Strong) { Provider = "Gmail", Any = ["ipv6 sending guidelines"], Remedy = "Ipv6Pointer" },
    ];
}

using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Trust;

/// <summary>What is in the message: words, links, attachments, headers; and its size.</summary>
internal static class ContentRules
{
    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(ContentRejected, RuleStrength.Strong)
        {
            Any =
            [
                "spam url", "url*blacklist", "blacklisted url", "blacklist*url", "spam content", "content*spam", "unsolicited", "junk mail",
                "bulk mail*rejected", "suspicion of spam", "suspected spam", "spam filter", "spam message", "spam detected",
                "banned content", "header error", "duplicate header", "content presents", "security issue", "message was blocked because",
                "message filtered", "virus", "infected", "malware", "phish", "malicious", "content*rejected", "content*denied", "content*not allowed",
                "content policy", "content filter", "prohibited content", "illegal attachment", "attachment*not allowed", "attachment*blocked",
                "file type*not", "list software", "list header", "headers*rfc", "header*invalid", "header*missing", "missing*header", "missing*from:",
                "from: header", "from header:", "multiple addresses in from", "header*malformed", "headers too large", "bare lf", "bare newline", "line too long",
                "spam score", "spam probab", "classified as spam", "identified as spam", "considered spam", "considered unsolicited",
                "looks like spam", "rejected as spam", "as spam.", "sospetto spam", "spam.*rejected", "rejected*spam.", "reject*spam.",
                "als spam.", "comme spam", "comme du spam", "ritenuto spam", "come spam", "como spam", "suspeita de spam", "sospecha de spam",
                "uznana za spam", "jako spam", "als spam", "reputation*content", .. EitherOrder(["url.", "link."], ["reputation", "blocked", "listed"]), "스팸", "похоже на спам", "спам", "垃圾邮件", "迷惑メール",
            ],
            Unless = ["client host", "ip reputation", "reputation of your", "your ip", "sender*verified", "rate limit", "too many"],
        },
        new(ContentRejected, RuleStrength.Decisive)
        {
            Any = ["blacklisted url", "url*blacklist", "spam url"],
            Unless = ["client host"],
            Remedy = "ContentLink",
        },
        new(ContentRejected, RuleStrength.Medium)
        {
            Any = ["spam.", "suspicious", "message*not rfc"],
            Unless = ["reputation", "client host", "ip.", "client.", "list.", "messages from"],
        },
        new(ContentRejected, RuleStrength.Strong)
        {
            Any = ["reject*banned", "reject*infected", "reject*bad header", "contenu*suspect|indésirable", "contenuto*sospetto", "contenido*sospechoso"],
            Unless = ["ip.", "client.", "sender", "account"],
        },
        new(ContentRejected, RuleStrength.Strong) { Any = ["list software", "list header", "mailing list*not"], Remedy = "ContentList" },
        new(ContentRejected, RuleStrength.Strong)
        {
            Any = ["from: header", "from header", "missing*from:", "headers*rfc"],
            Unless = ["not verified", "verified", "domain not", "policy", "match"],
            Remedy = "ContentHeader",
        },
        new(ContentRejected, RuleStrength.Strong) { Provider = "163.com", Marks = ["DT:SPM", "DT:SUM", "HL:REP"] },
        new(ContentRejected, RuleStrength.Medium) { Provider = "Orange", Marks = ["OFR_506"] },
        new(ContentRejected, RuleStrength.Strong) { Provider = "Mimecast", Marks = ["MCSpamSignature"] },
        new(ContentRejected, RuleStrength.Strong) { Provider = "Outlook.com", Marks = ["SC-001", "OU-002"] },
        new(SmtpReplyClass.Size, RuleStrength.Strong)
        {
            Any =
            [
                .. EitherOrder(["message size", "size limit", "message file", "message length", "recip size", "größe der nachricht", "taille du message", "dimension", "tamaño", "tamanho", "rozmiar", "размер"],
                    ["exceed", "too big", "too large", "limit", "maximum", "überschreitet", "dépasse", "supera", "excede", "przekracza", "превыш"]),
                .. Pairs(
                    [
                        "message", "mail.", "nachricht", "messaggio", "mensaje", "mensagem", "wiadomość", "bericht",
                    ],
                    [
                        "too large", "too big", "exceeds maximum", "exceeds the maximum", "exceeds fixed", "zu groß", "trop volumineux", "trop gros", "troppo grande", "demasiado grande", "muito grande",
                        "za duż", "te groot",
                    ]),
                "邮件过大", "大小超过", "サイズ*大きすぎ|超え", "för stort", "for stor.", "liian suuri", "túl nagy", "příliš velk", "너무 큽",
            ],
            Unless = ["header", "mailbox size", "mailbox*full", "storage"],
        },
    ];
}

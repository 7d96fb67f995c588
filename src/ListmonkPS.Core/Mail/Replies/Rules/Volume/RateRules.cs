using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Volume;

/// <summary>Too much within a short time, and too many connections.</summary>
internal static class RateRules
{
    private static readonly string[] Many =
    [
        "too many", "zu viele", "trop de", "troppi", "troppe", "demasiad", "muit", "zbyt wiele", "za dużo", "te veel", "příliš mnoho",
        "слишком много", "för många", "for mange", "liian mon", "túl sok", "çok fazla", "너무 많", "多すぎ", "过多",
    ];

    private static readonly string[] Mails =
    [
        "message", "email", "e-mail", "mails", "mail.", "courriel", "courrier", "correos", "request", "nachrichten", "messagg", "mensaje", "mensage", "wiadomości", "berichten", "zpráv",
        "писем", "сообщений", "запросов", "meddeland", "meddelels", "viest", "üzenet", "ileti.", "메시지", "메일", "メール", "recipients in", "commands in",
    ];

    private static readonly string[] ShortSpans =
    [
        "per hour", "this hour", "hourly", "an hour", "last hour", "hour limit", "per minute", "a minute", "per second", "minutes", "short time", "short period",
        "pro stunde", "in kurzer zeit", "par heure", "all ora", "por hora", "na godzinę", "в час", "每小时",
    ];

    private static readonly string[] Bounds =
    [
        "exceed", "limit", "maximum", "max ", "number", "too many", "quota", "reached", "przekroczon", "excedid", "dépass", "überschritt", "superat", "превыш",
    ];

    private static readonly string[] Connections =
    [
        "connections", "connection from", "concurrent connection", "sessions", "verbindungen", "connexions", "connessioni", "conexiones", "conexões",
        "połączeń", "verbindingen", "spojení", "anslutningar", "forbindelser", "yhteyks", "kapcsolat", "bağlantı", "연결",
        "соединений", "连接数", "接続数", "同時接続",
    ];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(ConnectionLimit, RuleStrength.Strong)
        {
            Any =
            [
                .. Pairs([.. Many, "maximum", "simultaneous", "concurrent", "number of", "limit"], Connections),
                .. Pairs(Connections, ["limit", "exceed", "maximum", "too many", "simultan", "超限", "过多", "上限"]),
                "too many connect", "connection limit", "connection rate limit", "thread limit exceeded connection",
            ],
            Unless = ["unusual rate"],
        },
        new(ConnectionLimit, RuleStrength.Strong) { Any = ["message*per connection", "mails per connection"], RetryAfter = TimeSpan.Zero },
        new(RateLimit, RuleStrength.Strong)
        {
            Any =
            [
                "rate limit", "ratelimit", "rate exceeded", "sending rate", "send rate", "message rate", "at a rate", "high rate", "rate is too high", "rate controlled",
                "rate control",
                "throttl", "slow down", "too quickly", "too fast", "too frequent", "too often", "frequency limit", "frequency*exceed",
                "excessive volume", "too much mail", "send limit exceeded", "unusual rate", "high volume", "volume of mail", "reduce your rate", "limit for processing requests", "limit*rate",
                "频率过", "频率限制", "发送频率", "发信频率", "过于频繁", "頻度", "частот",
                .. Pairs(Many, Mails),
                .. EitherOrder(ShortSpans, Bounds),
            ],
            Unless =
            [
                "errors", "unwanted", "invalid recipient", "user unknown", "unknown user", "unknown recipient", "login attempts", "log in attempts", "auth attempts",
                "ptr.", "too many recipients.", "too many hops", "received headers", "authentication failures",
                "登录失败", "密码错误",
            ],
        },
        new(RateLimit, RuleStrength.Medium) { Kind = 4, Any = ["temporarily deferred", "will be deferred", "too many recipients*time"] },
        new(RateLimit, RuleStrength.Strong) { Any = ["too many recipients from", "too many recipients*hour"] },
        new(RateLimit, RuleStrength.Medium)
        {
            Kind = 4,
            Any = ["ip reputation", "poor reputation", "bad reputation", "low reputation"],
            Unless = ["domain"],
            RetryAfter = TimeSpan.FromHours(1),
        },
        .. OwnWords,
    ];

    private static IReadOnlyList<ReplyRule> OwnWords =>
    [
        new(ConnectionLimit, RuleStrength.Strong)
        {
            Provider = "Microsoft 365",
            Marks = ["aka.ms/concurrent_sending"],
            RetryAfter = TimeSpan.FromMinutes(1),
        },
        new(ConnectionLimit, RuleStrength.Strong) { Provider = "Microsoft 365", Any = ["per resource forest"], RetryAfter = TimeSpan.FromMinutes(5) },
        new(RateLimit, RuleStrength.Strong) { Provider = "Gmail", Any = ["unusual rate of unsolicited"] },
        new(RateLimit, RuleStrength.Strong)
        {
            Provider = "Yahoo",
            Any = ["unexpected volume", "due to user complaints"],
            RetryAfter = TimeSpan.FromHours(4),
        },
        new(RateLimit, RuleStrength.Decisive)
        {
            Provider = "Yahoo",
            Marks = ["[TSS04]", "[TSS05]", "[TSS07]", "[TSS09]", "[TSS11]", "[TSS12]", "[TS01]", "[TS02]", "[TS03]"],
            RetryAfter = TimeSpan.FromHours(4),
        },
        new(RateLimit, RuleStrength.Decisive)
        {
            Provider = "Outlook.com",
            Marks = ["RP-001", "RP-002", "RP-003"],
            RetryAfter = TimeSpan.FromHours(1),
        },
        new(RateLimit, RuleStrength.Strong)
        {
            Provider = "Outlook.com",
            Codes = [432],
            Any = ["mailbox server busy", "mail intentionally delayed"],
            RetryAfter = TimeSpan.FromMinutes(5),
        },
        new(RateLimit, RuleStrength.Decisive) { Provider = "IONOS", Any = ["mails per session limit"], RetryAfter = TimeSpan.Zero },
        new(RateLimit, RuleStrength.Strong)
        {
            Provider = "GoDaddy",
            Marks = ["IB101", "IB103", "IB105", "IB110", "IB112"],
            RetryAfter = TimeSpan.FromMinutes(15),
        },
        new(RateLimit, RuleStrength.Strong)
        {
            Provider = "163.com",
            Marks = ["RL:ITC", "RL:STC", "MI:STC", "MI:CEL", "MI:DMC", "RP:CEL", "RP:DRC", "RP:TRC"],
            RetryAfter = TimeSpan.FromHours(1),
        },
        new(RateLimit, RuleStrength.Strong) { Provider = "MailerSend", Marks = ["#MS-ST-G"], RetryAfter = TimeSpan.FromMinutes(1) },
        new(RateLimit, RuleStrength.Strong)
        {
            Provider = "Amazon SES",
            Any = ["maximum sending rate exceeded"],
            RetryAfter = TimeSpan.FromSeconds(10),
        },
        new(RateLimit, RuleStrength.Strong)
        {
            Provider = "Microsoft 365",
            Any = ["organization queue quota", "thread limit exceeded"],
            RetryAfter = TimeSpan.FromMinutes(30),
        },
        new(ConnectionLimit, RuleStrength.Strong)
        {
            Provider = "Orange",
            Marks = ["OFR005_104", "OFR_104", "OFR_103", "OFR_109"],
            RetryAfter = TimeSpan.FromMinutes(5),
        },
    ];
}

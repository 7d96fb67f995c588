using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Volume;

/// <summary>An allowance of a day, a month or a credit that is used up.</summary>
internal static class QuotaRules
{
    private static readonly string[] Spans =
    [
        "daily", "per day", "a day", "today", "24 hour", "24h", "monthly", "per month", "this month", "credits",
        "täglich", "pro tag", "tageslimit", "tageskontingent", "24 stunden", "monatlich",
        "quotidien", "par jour", "journali", "24 heures", "mensuel",
        "giornalier", "al giorno", "24 ore", "mensile",
        "diari", "al día", "por día", "24 horas", "por dia", "ao dia", "mensual", "mensal",
        "dzienny", "dziennie", "na dobę", "dobow",
        "суточн", "в сутки", "за сутки", "дневн", "в день",
        "今日", "当日", "每日", "每天", "当天", "日发送", "1日", "dagelijks", "per dag", "denní", "for the day", "current day", "current month", "dagliga", "daglige", "per dygn", "napi.", "päivit", "günlük", "일일", "하루",
    ];

    private static readonly string[] Bounds =
    [
        "limit", "quota", "exceed", "maximum", "allowance", "reached", "only", "too many", "kontingent", "überschritten", "erreicht", "dépass", "atteint",
        "superat", "superad", "excedid", "przekroczon", "лимит", "превыш", "上限", "限额", "超过", "超出", "限制", "上限に", "초과", "한도", "gräns", "grænse", "aşıldı", "túllépt", "překročen",
    ];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(QuotaDaily, RuleStrength.Strong) { Any = EitherOrder(Spans, Bounds), Unless = ["mailbox quota", "mailbox full", "mailbox is full", "mailbox*over", "this recipient"] },
        new(QuotaDaily, RuleStrength.Strong)
        {
            Any =
            [
                "sending quota", "message quota exceeded", "messaging limit", "outgoing*quota", "outgoing*limit", "sending limit*reached", "sending limit*exceeded", "credit*exhausted",
                "no*credit", "insufficient credit", "out of credit", "plan limit", "email limit*upgrade", "limit*upgrade your plan", "relay quota",
            ],
            Unless = ["hour", "second", "minute", "mailbox", "rate limit"],
        },
        new(QuotaDaily, RuleStrength.Strong) { Provider = "Microsoft 365", Any = ["submission quota exceeded exception"] },
    ];
}

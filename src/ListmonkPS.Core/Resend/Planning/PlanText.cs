using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>A plan as a person reads it: through what, how fast, how long, who is left out, the first ten.</summary>
/// <param name="link">The plan.</param>
/// <param name="count">People who are to be mailed.</param>
/// <param name="place">Where the ledger is or will be.</param>
internal sealed class PlanText(PlanLink link, long count, string place)
{
    /// <summary>What is planned, in a few words.</summary>
    public string Target => Texts.Format(link.IsNew ? "resend.plan.target" : "resend.plan.target-resumed", count, link.Subject.Session.Name, link.Identity.Name);

    /// <summary>The lines.</summary>
    /// <param name="people">Who is added, who is left out, and who comes first.</param>
    /// <param name="now">The time.</param>
    /// <param name="begin">When the first mail may leave.</param>
    public string Lines(PlannedPeople people, DateTimeOffset now, DateTimeOffset begin)
    {
        List<string> lines =
        [
            Texts.Format("resend.plan.question", Target),
            Line("by", Texts.Format("resend.plan.by." + link.Identity.Via, link.Identity.Account)),
            Line("limits", Texts.Format(
                "resend.plan.limits.value", link.Limits.RatePerMinute,
                Daily(), link.Limits.ThrottleLimit, link.Limits.MaxAttempts,
                link.Limits.MinimumInterval > TimeSpan.Zero ? Texts.Format("resend.plan.limits.interval", SpanText(link.Limits.MinimumInterval)) : Texts.Format("resend.plan.limits.no-interval"))),
            Line("takes", Takes(now, begin)),
            Line("ledger", place),
        ];
        if (link.Sending?.RedirectTo is { } redirect)
            lines.Add(Line("rehearsal", Texts.Format("resend.plan.rehearsal.value", HarmlessText.Of(redirect))));
        if (people.LeftOut.Count > 0)
            lines.Add(Line("left-out", Texts.Format("resend.plan.left-out.value", people.LeftOut.Values.Sum(), LeftOut(people))));
        if (people.First.Count > 0)
            lines.Add(Line("first", string.Join(", ", people.First) + (count > people.First.Count ? ", \u2026" : "")));
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>How many are left out, by reason; empty for nobody.</summary>
    public static string LeftOut(PlannedPeople people) => string.Join(
        ", ", people.LeftOut.OrderByDescending(pair => pair.Value).Select(pair => Texts.Format("resend.left-out." + pair.Key, pair.Value)));

    private static string Line(string key, string value) => "  " + Texts.Format("resend.plan." + key).PadRight(10) + value;

    private string Daily() => link.Limits.DailyLimit is not { } limit ? Texts.Format("resend.plan.limits.no-daily")
        : Texts.Format(link.UsedToday > 0 ? "resend.plan.limits.daily-used" : "resend.plan.limits.daily", limit, link.Limits.TimeZone.Id, link.UsedToday);

    private string Takes(DateTimeOffset now, DateTimeOffset begin)
    {
        TimeSpan span = begin - now + RunDuration.Of(count, link.Limits, begin, LimitDay.StartOf(begin, link.Limits.TimeZone) <= now ? link.UsedToday : 0);
        return Texts.Format("resend.plan.takes.value", SpanText(span), TimeZoneInfo.ConvertTime(now + span, link.Limits.TimeZone));
    }

    private static string SpanText(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => Texts.Format("resend.span.days", (int)span.TotalDays, span.Hours),
        { TotalHours: >= 1 } => Texts.Format("resend.span.hours", span.Hours, span.Minutes),
        { TotalMinutes: >= 1 } => Texts.Format("resend.span.minutes", span.Minutes, span.Seconds),
        _ => Texts.Format("resend.span.seconds", (int)Math.Ceiling(span.TotalSeconds)),
    };
}

using System.Globalization;
using ListmonkPS.Core.Listmonk.Campaigns;

namespace ListmonkPS.Core.Evidence.Queue;

/// <summary>Makes the items of what was read.</summary>
/// <param name="session">Name of the session.</param>
/// <param name="now">The time now.</param>
internal sealed class QueueItems(string session, DateTimeOffset now)
{
    /// <summary>Where an age of those who wait begins.</summary>
    public static IReadOnlyList<TimeSpan> Ages { get; } = [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];

    /// <summary>A campaign.</summary>
    public QueueItem Campaign(CampaignRow campaign, SlidingWindow? window)
    {
        bool isStuck = CampaignPace.IsStuck(campaign, window, now);
        string held = window is not null && campaign.Status == "running" ? " " + Texts.Format("queue.window", window.Rate, window.Duration.TotalMinutes) : "";
        return new QueueItem
        {
            Kind = QueueItemKind.Campaign,
            Name = campaign.Name,
            Status = campaign.Status,
            Total = campaign.ToSend,
            Done = campaign.Sent,
            RatePerMinute = campaign.Rate,
            IsStuck = isStuck,
            IsOptIn = campaign.IsOptIn,
            StartedAt = campaign.StartedAt,
            UpdatedAt = campaign.Status == "scheduled" ? campaign.SendAt : campaign.UpdatedAt,
            Summary = (isStuck ? Texts.Format("queue.stuck", campaign.UpdatedAt?.ToLocalTime()) : Texts.Format($"queue.campaign.{campaign.Status}", campaign.SendAt?.ToLocalTime())) + held,
            Session = session,
        };
    }

    /// <summary>Those who wait, of one age.</summary>
    /// <param name="age">Place among <see cref="Ages"/>.</param>
    /// <param name="people">How many.</param>
    /// <param name="oldest">Sign-up of the oldest.</param>
    public QueueItem Waiting(int age, long people, DateTimeOffset? oldest) => new()
    {
        Kind = QueueItemKind.Waiting,
        Name = Texts.Format($"queue.age.{age}"),
        Total = people,
        StartedAt = oldest,
        Summary = Texts.Format(age == 0 ? "queue.waiting-young" : "queue.waiting", people, oldest?.ToLocalTime()),
        Session = session,
    };

    /// <summary>Today's mails against the limit.</summary>
    public QueueItem Today(SentToday sent, DayLimit? limit, DateTimeOffset midnight)
    {
        string recorded = sent.AtLeast == sent.AtMost ? Texts.Format("queue.sent", sent.AtLeast) : Texts.Format("queue.sent-span", sent.AtLeast, sent.AtMost);
        string against = limit is null ? Texts.Format("queue.no-limit") : Texts.Format("queue.against", limit.PerDay, limit.Source);
        return new QueueItem
        {
            Kind = QueueItemKind.SentToday,
            Name = midnight.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Total = sent.AtLeast,
            AtMost = sent.AtMost,
            Limit = limit?.PerDay,
            LimitSource = limit?.Source,
            StartedAt = midnight,
            IsStuck = limit is not null && sent.AtLeast >= limit.PerDay,
            Summary = $"{recorded} {against} {Texts.Format("queue.unrecorded")}",
            Session = session,
        };
    }

    /// <summary>A run of our own.</summary>
    public QueueItem Run(OptInResendRun run) => new()
    {
        Kind = QueueItemKind.Resend,
        Name = run.Run,
        Status = run.State.ToString(),
        Total = run.Total,
        Done = run.Total - run.Left,
        StartedAt = run.StartedAt,
        UpdatedAt = run.EndedAt ?? run.NextAt,
        Summary = Texts.Format("queue.run", run.Sent + run.Queued, run.Left, run.GaveUp, run.InDoubt) + (run.Reason.Length > 0 ? " " + run.Reason : ""),
        Session = session,
    };
}

using ListmonkPS.Core.Listmonk.Campaigns;

namespace ListmonkPS.Core.Evidence.Queue;

/// <summary>
/// Mails sent since midnight, as far as anything records them: a campaign keeps one number for all its days, so what began earlier leaves a span. Opt-in mails that listmonk sends by itself
/// are recorded nowhere.
/// </summary>
/// <param name="AtLeast">By campaigns and runs that began today.</param>
/// <param name="AtMost">With those that began earlier and moved today.</param>
internal sealed record SentToday(long AtLeast, long AtMost)
{
    /// <summary>Adds up what is recorded.</summary>
    /// <param name="campaigns">Campaigns.</param>
    /// <param name="runs">Our own runs.</param>
    /// <param name="midnight">Begin of the day.</param>
    public static SentToday Of(IEnumerable<CampaignRow> campaigns, IEnumerable<OptInResendRun> runs, DateTimeOffset midnight)
    {
        (DateTimeOffset? Began, DateTimeOffset? Moved, long Sent)[] all =
        [
            .. campaigns.Select(campaign => (campaign.StartedAt, campaign.UpdatedAt, campaign.Sent)),
            .. runs.Select(run => ((DateTimeOffset?)run.StartedAt, run.EndedAt ?? DateTimeOffset.MaxValue, run.Sent + run.Queued)),
        ];
        long today = all.Where(one => one.Began >= midnight).Sum(one => one.Sent);
        return new SentToday(today, today + all.Where(one => one.Began < midnight && one.Moved >= midnight).Sum(one => one.Sent));
    }
}

using ListmonkPS.Core.Listmonk.Campaigns;

namespace ListmonkPS.Core.Evidence.Queue;

/// <summary>Whether a campaign that runs moves. Its row is written with its progress; within a sliding window it waits by design (field cases C089).</summary>
internal static class CampaignPace
{
    /// <summary>Batches are written at least so often.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>True when it runs, has mails left, and has not moved for longer than it may.</summary>
    public static bool IsStuck(CampaignRow campaign, SlidingWindow? window, DateTimeOffset now) =>
        campaign is { Status: "running", Rate: not > 0 } && campaign.Sent < campaign.ToSend
        && (campaign.UpdatedAt ?? campaign.StartedAt) is { } moved && now - moved > Patience + (window?.Duration ?? TimeSpan.Zero);
}

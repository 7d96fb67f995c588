namespace ListmonkPS.Core.Listmonk.Campaigns;

/// <summary>A campaign, as far as it tells what is sent.</summary>
/// <param name="Id">Number.</param>
/// <param name="Name">Name, made harmless.</param>
/// <param name="Status">draft, running, scheduled, paused, cancelled or finished.</param>
/// <param name="IsOptIn">True for an opt-in campaign.</param>
/// <param name="ToSend">Number of recipients.</param>
/// <param name="Sent">Attempts so far, refused ones included.</param>
/// <param name="SendAt">When it is to begin; null for at once.</param>
/// <param name="StartedAt">When it began; null when it has not.</param>
/// <param name="UpdatedAt">When it was last written, as its progress is.</param>
internal sealed record CampaignRow(
    int Id, string Name, string Status, bool IsOptIn, long ToSend, long Sent, DateTimeOffset? SendAt, DateTimeOffset? StartedAt, DateTimeOffset? UpdatedAt)
{
    /// <summary>Mails a minute; null when not known.</summary>
    public double? Rate { get; init; }

    /// <summary>True for what is sent, or will be without anybody's doing, or was stopped on the way.</summary>
    public bool IsActive => Status is "running" or "scheduled" or "paused";
}

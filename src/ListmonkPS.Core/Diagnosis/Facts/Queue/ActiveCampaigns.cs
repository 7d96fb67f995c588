using ListmonkPS.Core.Evidence.Queue;
using ListmonkPS.Core.Listmonk.Campaigns;

namespace ListmonkPS.Core.Diagnosis.Facts.Queue;

/// <summary>The campaigns that are active or moved today, and what holds them.</summary>
/// <param name="Campaigns">The campaigns.</param>
/// <param name="Window">The sliding window; null when it is off or not known.</param>
/// <param name="Limit">The limit of a day of the providers; null when none is known.</param>
/// <param name="Today">Mails sent today, as far as recorded.</param>
internal sealed record ActiveCampaigns(IReadOnlyList<CampaignRow> Campaigns, SlidingWindow? Window, DayLimit? Limit, SentToday Today);

using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Queue;
using ListmonkPS.Core.Listmonk.Campaigns;

namespace ListmonkPS.Core.Diagnosis.Facts.Queue;

/// <summary>Reads the campaigns, and the settings that hold them.</summary>
internal sealed class ActiveCampaignsSource : FactSource<ActiveCampaigns>
{
    public override Access Needs => Access.Api | Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(StoredSettings)];

    protected override async Task<ActiveCampaigns> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        DateTimeOffset midnight = QueueDoor.MidnightOf(context.Server.Time.GetUtcNow(), context.Server.Time.LocalTimeZone);
        IReadOnlyList<CampaignRow> campaigns = await CampaignReader.ReadAsync(context.Server, midnight, cancellation);
        StoredSettings? settings = facts.TryGet<StoredSettings>();
        return new ActiveCampaigns(campaigns, SlidingWindow.Of(settings?.Values), DayLimit.Of(null, settings?.Values), SentToday.Of(campaigns, [], midnight));
    }
}

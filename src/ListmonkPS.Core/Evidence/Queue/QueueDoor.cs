using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Campaigns;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;
using ListmonkPS.Core.Listmonk.Settings.Reading;

namespace ListmonkPS.Core.Evidence.Queue;

/// <summary>Reads what waits or is under way, part by part: what cannot be read is told and the rest goes on. The door of this room.</summary>
/// <param name="resends">Finds the runs of our own.</param>
internal sealed class QueueDoor(IResendDoor resends) : IQueueDoor
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueueItem>> ReadAsync(
        ListmonkSession session, QueueRequest request, Action<Failure> failed, INoticeSink notices, CancellationToken cancellation)
    {
        SettingAccess access = SettingAccess.Of(session);
        ListmonkServer server = access.Server;
        DateTimeOffset now = server.Time.GetUtcNow();
        DateTimeOffset midnight = MidnightOf(now, request.TimeZone ?? server.Time.LocalTimeZone);
        QueueItems items = new(session.Name, now);
        IReadOnlyDictionary<string, JsonNode?>? settings = await OrNullAsync(async () => (await SettingReader.ReadExactAsync(access, notices, cancellation)).Values, Verbosely(notices));
        SlidingWindow? window = SlidingWindow.Of(settings);
        IReadOnlyList<CampaignRow>? campaigns = await OrNullAsync(() => CampaignReader.ReadAsync(server, midnight, cancellation), failed);
        List<OptInResendRun> runs = await RunsAsync(session, notices, cancellation);
        IReadOnlyList<QueueItem>? waiting = await OrNullAsync(() => WaitingAsync(server, items, now, cancellation), failed);
        List<QueueItem> all = [.. (campaigns ?? []).Where(campaign => campaign.IsActive).Select(campaign => items.Campaign(campaign, window)), .. waiting ?? []];
        if (campaigns is not null)
            all.Add(items.Today(SentToday.Of(campaigns, runs, midnight), DayLimit.Of(request.DailyLimit, settings), midnight));
        all.AddRange(runs.Where(run => IsUnderWay(run) || run.StartedAt >= midnight || run.EndedAt >= midnight).Select(items.Run));
        return all;
    }

    /// <summary>Begin of the day in a zone.</summary>
    public static DateTimeOffset MidnightOf(DateTimeOffset now, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTime(now, zone).Date;
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static bool IsUnderWay(OptInResendRun run) => run.State is not (OptInResendRunState.Finished or OptInResendRunState.Cancelled);

    private static Action<Failure> Verbosely(INoticeSink notices) => failure => notices.Verbose(failure.Message);

    private static async Task<T?> OrNullAsync<T>(Func<Task<T>> read, Action<Failure> failed)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (FailureException failure)
        {
            failed(failure.Failure);
            return null;
        }
    }

    /// <summary>Without a ledger there are none; one that cannot be read is no failure of the queue.</summary>
    private async Task<List<OptInResendRun>> RunsAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation) =>
        await OrNullAsync(
            async () =>
            {
                List<OptInResendRun> runs = [];
                await foreach (OptInResendRun run in resends.FindRunsAsync(session, new OptInResendFilter(), notices, cancellation))
                    runs.Add(run);
                return runs;
            },
            Verbosely(notices)) ?? [];

    private static async Task<IReadOnlyList<QueueItem>> WaitingAsync(ListmonkServer server, QueueItems items, DateTimeOffset now, CancellationToken cancellation)
    {
        if (server.Database is { } database)
        {
            return [.. (await database.ReadAsync((connection, token) => WaitingAgeQuery.ReadAsync(connection, QueueItems.Ages, now, token), cancellation))
                .Select(age => items.Waiting(age.Age, age.People, age.Oldest))];
        }

        return [.. (await ApiStillWaiting.ReadAsync(server, cancellation))
            .GroupBy(person => QueueItems.Ages.Count(bound => now - person.Oldest >= bound))
            .OrderBy(age => age.Key)
            .Select(age => items.Waiting(age.Key, age.Count(), age.Min(person => person.Oldest)))];
    }
}

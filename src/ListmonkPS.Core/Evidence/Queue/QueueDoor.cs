using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Campaigns;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;
using ListmonkPS.Core.Listmonk.Settings.Reading;

namespace ListmonkPS.Core.Evidence.Queue;

/// <summary>Reads what waits or is under way, part by part: what cannot be read is told and the rest goes on. The door of this room.</summary>
/// <param name="subscribers">Finds who waits where only the API is there.</param>
/// <param name="resends">Finds the runs of our own.</param>
internal sealed class QueueDoor(ISubscriberDoor subscribers, IResendDoor resends) : IQueueDoor
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
        IReadOnlyList<QueueItem>? waiting = await OrNullAsync(() => WaitingAsync(session, server, items, now, notices, cancellation), failed);
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

    private async Task<IReadOnlyList<QueueItem>> WaitingAsync(
        ListmonkSession session, ListmonkServer server, QueueItems items, DateTimeOffset now, INoticeSink notices, CancellationToken cancellation)
    {
        if (server.Database is { } database)
        {
            return [.. (await database.ReadAsync((connection, token) => WaitingAgeQuery.ReadAsync(connection, QueueItems.Ages, now, token), cancellation))
                .Select(age => items.Waiting(age.Age, age.People, age.Oldest))];
        }

        SortedDictionary<int, (long People, DateTimeOffset Oldest)> ages = [];
        await foreach (UnconfirmedSubscriber person in subscribers.FindUnconfirmedAsync(session, new UnconfirmedFilter(), notices, cancellation))
        {
            int age = QueueItems.Ages.Count(bound => now - person.SubscribedAt >= bound);
            ages[age] = ages.TryGetValue(age, out (long People, DateTimeOffset Oldest) seen)
                ? (seen.People + 1, seen.Oldest < person.SubscribedAt ? seen.Oldest : person.SubscribedAt)
                : (1, person.SubscribedAt);
        }

        return [.. ages.Select(age => items.Waiting(age.Key, age.Value.People, age.Value.Oldest))];
    }
}

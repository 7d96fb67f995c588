using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;
using ListmonkPS.Core.Listmonk.OptIn.Funnel;

namespace ListmonkPS.Core.Listmonk.OptIn;

/// <summary>Measures how sign-ups become confirmations: counted in the database where there is one, else of what the API shows.</summary>
internal sealed class FunnelDoor : IFunnelDoor
{
    /// <summary>Clocks of servers differ: a sign-up of just now belongs to the measure.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OptInPeriod>> MeasureAsync(
        ListmonkSession session, FunnelFilter filter, TimeSpan every, INoticeSink notices, CancellationToken cancellation)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        DateTimeOffset now = server.Time.GetUtcNow();
        (ISignUpReader reader, IReadOnlyList<ListRow> lists) = await OpenAsync(session, server, filter, notices, cancellation);
        if (lists.Count == 0)
            return [];
        PeriodGrid grid = new(server.Time.LocalTimeZone, every, now + Ahead);
        IReadOnlyList<PeriodCount> counts = await reader.ReadPeriodsAsync(Selection(lists, filter, now), grid, cancellation);
        DateTimeOffset last = filter.Before is { } before && before <= now ? before.AddTicks(-1) : now;
        return new PeriodTable(grid, session.Name).Of(lists, counts, last);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OptInBreak>> FindBreaksAsync(
        ListmonkSession session, FunnelFilter filter, BreakScope scope, INoticeSink notices, CancellationToken cancellation)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        DateTimeOffset now = server.Time.GetUtcNow();
        (ISignUpReader reader, IReadOnlyList<ListRow> lists) = await OpenAsync(session, server, filter, notices, cancellation);
        if (lists.Count == 0)
            return [];
        BreakSearch search = new(reader, server.Time.LocalTimeZone, now);
        IReadOnlyList<OptInBreak> breaks = await search.FindAsync(Selection(lists, filter, now), scope, lists, session.Name, cancellation);
        if (breaks.Count == 0)
            notices.Verbose(Texts.Format("notice.no-break", session.Name));
        return breaks;
    }

    private static SignUpSelection Selection(IReadOnlyList<ListRow> lists, FunnelFilter filter, DateTimeOffset now) => new(
        [.. lists.Select(list => list.Id)],
        filter.Since > SignUpSelection.Earliest ? filter.Since.Value : SignUpSelection.Earliest,
        filter.Before < now + Ahead ? filter.Before.Value : now + Ahead);

    private static async Task<(ISignUpReader Reader, IReadOnlyList<ListRow> Lists)> OpenAsync(
        ListmonkSession session, ListmonkServer server, FunnelFilter filter, INoticeSink notices, CancellationToken cancellation)
    {
        if (SubscriberAccess.DatabaseOf(session, server) is { } database)
        {
            IReadOnlyList<ListRow> rows = await database.ReadListsAsync(cancellation);
            return (new DatabaseSignUps(database, filter.Timeout), SubscriberAccess.AskingAmong(rows, filter.List, session.Name, notices));
        }

        ReadRights rights = await ReadRights.RequireAsync(server, cancellation);
        ListRow[] lists = SubscriberAccess.AskingAmong(await ApiLists.ReadAsync(server.Api!, cancellation), filter.List, session.Name, notices);
        SubscriberReader reader = new(
            new SubscriberCall(server), rights.MayQuery, total => notices.Warning(Texts.Format("notice.read-whole", total, session.Name)));
        return (new ApiSignUps(reader), lists);
    }
}

using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>Counts who waits for confirmation, by the API. The cost grows with the unconfirmed rows, not with all subscribers.</summary>
internal sealed class ApiWaiting
{
    private const int RowsOfImport = 10;
    private const int PagesOfNewest = 20;
    private readonly HashSet<int> _people = [];
    private readonly Dictionary<long, int> _rowsInSecond = [];
    private DateTimeOffset? _oldest;
    private DateTimeOffset? _newest;

    private ApiWaiting()
    {
    }

    /// <summary>The figures of now.</summary>
    /// <exception cref="FailureException">A right is missing, or the server cannot be asked.</exception>
    public static async Task<WaitingSummary> ReadAsync(ListmonkServer server, CancellationToken cancellation)
    {
        ReadRights rights = await ReadRights.RequireAsync(server, cancellation);
        int[] asking = [.. (await ApiLists.ReadAsync(server.Api!, cancellation)).Where(list => list.AsksForConfirmation).Select(list => list.Id)];
        SubscriberCall call = new(server);
        SubscriberReader reader = new(call, rights.MayQuery);
        ApiWaiting waiting = new();
        foreach (int list in asking)
        {
            await foreach (ApiSubscriber subscriber in reader.ReadAsync(new SubscriberSlice(list, "unconfirmed"), cancellation))
                waiting.Add(subscriber, asking);
        }

        return waiting.Summary(await LastSignUpAsync(call, asking, cancellation));
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    /// <summary>Looked for among the newest subscribers, from the newest page on, until there is one.</summary>
    private static async Task<DateTimeOffset?> LastSignUpAsync(SubscriberCall call, int[] asking, CancellationToken cancellation)
    {
        for (int page = 1; page <= PagesOfNewest; page++)
        {
            IReadOnlyList<ApiSubscriber> newest = await call.ReadNewestAsync(page, cancellation);
            DateTimeOffset? last = newest.SelectMany(subscriber => subscriber.Memberships)
                .Where(membership => asking.Contains(membership.ListId)).Max(membership => membership.CreatedAt);
            if (last is not null || newest.Count == 0)
                return last;
        }

        return null;
    }

    private void Add(ApiSubscriber subscriber, int[] asking)
    {
        Membership[] rows = [.. subscriber.WaitingOn(asking)];
        if (rows.Length == 0 || !_people.Add(subscriber.Id)) // once for each list (G14)
            return;
        foreach (Membership row in rows)
        {
            DateTimeOffset at = row.CreatedAt ?? DateTimeOffset.UnixEpoch;
            long second = at.ToUnixTimeSeconds();
            _rowsInSecond[second] = _rowsInSecond.GetValueOrDefault(second) + 1;
            _oldest = _oldest is { } oldest && oldest <= at ? oldest : at;
            _newest = Later(_newest, at);
        }
    }

    private WaitingSummary Summary(DateTimeOffset? lastSignUp) => new(
        _people.Count, _rowsInSecond.Values.Sum(rows => (long)rows), _oldest, _newest,
        _rowsInSecond.Values.Where(rows => rows >= RowsOfImport).Sum(rows => (long)rows), Later(lastSignUp, _newest));
}

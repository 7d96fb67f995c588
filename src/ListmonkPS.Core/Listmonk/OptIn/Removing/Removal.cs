using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Database.Troubles;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Listmonk.OptIn.Showing;

namespace ListmonkPS.Core.Listmonk.OptIn.Removing;

/// <summary>Removes people who waited too long, in batches; each batch is in the file, on disk, before it is removed.</summary>
/// <param name="remover">Removes.</param>
/// <param name="lists">All lists of the server.</param>
/// <param name="session">Name of the session.</param>
/// <param name="past">What this machine itself sent again to these people; null for nothing.</param>
/// <param name="time">Clock.</param>
internal sealed class Removal(
    IRemover remover, IReadOnlyList<ListRow> lists, string session, IReadOnlyDictionary<Guid, PastResends>? past, TimeProvider time)
{
    /// <summary>By the database where our role may delete, else by the API.</summary>
    /// <param name="session">Where.</param>
    /// <param name="pastResends">What this machine keeps of mails sent again; null for nothing.</param>
    /// <param name="notices">Told when that cannot be read.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">Neither may.</exception>
    public static async Task<Removal> OfAsync(ListmonkSession session, IPastResends? pastResends, INoticeSink notices, CancellationToken cancellation)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        if (server is { Api: null, Database: null })
            throw new FailureException(SessionFailures.NeedsApiOrDatabase(session.Name));
        (IRemover remover, IReadOnlyList<ListRow> lists) = await ChooseAsync(session, server, cancellation);
        IReadOnlyDictionary<Guid, PastResends>? past = pastResends is null ? null : await pastResends.ReadAsync(server, notices, cancellation);
        return new Removal(remover, lists, session.Name, past, server.Time);
    }

    private static async Task<(IRemover Remover, IReadOnlyList<ListRow> Lists)> ChooseAsync(ListmonkSession session, ListmonkServer server, CancellationToken cancellation)
    {
        bool hasDatabase = server.Database is not null && (session.HasDatabase || !session.HasApi);
        if (hasDatabase && await DatabaseRemover.MayRemoveAsync(server.Database!, cancellation))
            return (new DatabaseRemover(server.Database!), await server.Database!.ReadListsAsync(cancellation));
        if (server.Api is null || !session.HasApi)
        {
            throw new FailureException(DatabaseFailures.MissingDatabaseRight(
                server.Database?.Place ?? session.Name, "tables subscribers, subscriber_lists",
                $"GRANT DELETE ON subscribers, subscriber_lists TO {MissingRight.Quoted(session.DatabaseUser)}"));
        }

        ReadRights rights = await ReadRights.RequireAsync(server, cancellation);
        if (session is { IsSuperAdmin: false } && !session.Permissions.Contains(ApiRights.ManageSubscribers))
            throw new FailureException(ConnectionFailures.MissingPermission(server.Api.Place, "DELETE /api/subscribers", ApiRights.ManageSubscribers));
        return (new ApiRemover(server, rights.MayQuery), await ApiLists.ReadAsync(server.Api, cancellation));
    }

    /// <summary>How many would be removed now.</summary>
    public async Task<int> CountAsync(RemovalRequest request, CancellationToken cancellation)
    {
        StaleRule rule = RuleOf(request);
        int count = 0;
        foreach (int[] ids in request.People.Keys.Order().Chunk(remover.PeopleAtOnce))
            count += (await FindAsync(ids, request, rule, cancellation)).Length;
        return count;
    }

    /// <summary>Removes; gives each who was removed.</summary>
    public async IAsyncEnumerable<UnconfirmedSubscriber> RemoveAsync(
        RemovalRequest request, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        StaleRule rule = RuleOf(request);
        DueListing listing = new(lists, null, session, time);
        await using RemovalFile file = RemovalFile.Create(request.Path);
        long done = 0;
        foreach (int[] ids in request.People.Keys.Order().Chunk(remover.PeopleAtOnce))
        {
            StalePerson[] people = await FindAsync(ids, request, rule, cancellation);
            await file.WriteAsync(people, session, cancellation);
            IReadOnlySet<int> removed = people.Length == 0 ? new HashSet<int>() : await remover.RemoveAsync(people, rule, cancellation);
            done += ids.Length;
            notices.Progress(new ProgressNotice(Texts.Format("notice.removing", session), Texts.Format("notice.removing.done", done, request.People.Count), done, request.People.Count));
            foreach (StalePerson one in people.Where(one => removed.Contains(one.Person.SubscriberId)))
                yield return listing.Show(one.Person);
        }
    }

    private StaleRule RuleOf(RemovalRequest request) => new(
        [.. lists.Where(list => list.AsksForConfirmation).Select(list => list.Id)], (time.GetUtcNow() - request.GracePeriod).UtcDateTime);

    private async Task<StalePerson[]> FindAsync(int[] ids, RemovalRequest request, StaleRule rule, CancellationToken cancellation) =>
    [
        .. (await remover.FindAsync(ids, rule, cancellation))
            .Where(one => request.People[one.Person.SubscriberId] == one.Person.SubscriberUuid && !WasMailed(one.Person.SubscriberUuid, rule)),
    ];

    /// <summary>By this machine's journals; the database's own ledger is asked with the people.</summary>
    private bool WasMailed(Guid person, StaleRule rule) => past?.GetValueOrDefault(person).LastAt?.UtcDateTime >= rule.Before;
}

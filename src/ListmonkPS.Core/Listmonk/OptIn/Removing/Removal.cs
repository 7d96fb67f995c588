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
/// <param name="mailed">Who was mailed again lately.</param>
/// <param name="time">Clock.</param>
internal sealed class Removal(
    IRemover remover, IReadOnlyList<ListRow> lists, string session, MailedLately mailed, TimeProvider time)
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
        MailedLately mailed = new(past, HasDatabase(session, server) ? server.Database : null, session.DatabaseUser);
        return new Removal(remover, lists, session.Name, mailed, server.Time);
    }

    private static async Task<(IRemover Remover, IReadOnlyList<ListRow> Lists)> ChooseAsync(ListmonkSession session, ListmonkServer server, CancellationToken cancellation)
    {
        if (HasDatabase(session, server) && await DatabaseRemover.MayRemoveAsync(server.Database!, cancellation))
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

    private static bool HasDatabase(ListmonkSession session, ListmonkServer server) => server.Database is not null && (session.HasDatabase || !session.HasApi);

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

    private async Task<StalePerson[]> FindAsync(int[] ids, RemovalRequest request, StaleRule rule, CancellationToken cancellation)
    {
        StalePerson[] wanted = [.. (await remover.FindAsync(ids, rule, cancellation)).Where(one => request.People[one.Person.SubscriberId] == one.Person.SubscriberUuid)];
        return [.. await mailed.WithoutAsync(wanted, rule.Before, cancellation)];
    }
}

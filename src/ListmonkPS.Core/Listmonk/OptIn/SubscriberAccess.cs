using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.OptIn;

/// <summary>Which way subscribers are read, and of which lists.</summary>
internal static class SubscriberAccess
{
    /// <summary>The database, unless it did not work at connect and the API did; null for the API.</summary>
    /// <exception cref="FailureException">The session has neither.</exception>
    public static ListmonkDatabase? DatabaseOf(ListmonkSession session, ListmonkServer server) => server switch
    {
        { Database: null, Api: null } => throw new FailureException(SessionFailures.NeedsApiOrDatabase(session.Name)),
        { Database: { } database, Api: var api } when session.HasDatabase || api is null || !session.HasApi => database,
        _ => null,
    };

    /// <summary>Those of the lists that somebody named on which people are asked to confirm; of the others a warning tells.</summary>
    /// <param name="lists">All lists.</param>
    /// <param name="named">What was typed; nothing for all.</param>
    /// <param name="session">Name of the session.</param>
    /// <param name="notices">Takes the warnings.</param>
    /// <exception cref="FailureException">A list that was named does not exist.</exception>
    public static ListRow[] AskingAmong(IReadOnlyList<ListRow> lists, IReadOnlyList<string> named, string session, INoticeSink notices)
    {
        IReadOnlyList<ListRow> found = ListChoice.Find(lists, named, session);
        if (named.Count > 0)
        {
            foreach (ListRow list in found.Where(list => !list.AsksForConfirmation))
                notices.Warning(Texts.Format("notice.list-asks-nobody", list.Name, session));
        }

        return [.. found.Where(list => list.AsksForConfirmation)];
    }
}

using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>The ways to the settings of one session that are worth trying.</summary>
/// <param name="Session">The session.</param>
/// <param name="Server">Its server.</param>
/// <param name="Api">The API; null when it did not work at connect and the database did: a log-in that was refused is not tried again and again.</param>
/// <param name="Database">The database; null likewise.</param>
internal sealed record SettingAccess(ListmonkSession Session, ListmonkServer Server, ListmonkApi? Api, ListmonkDatabase? Database)
{
    /// <summary>The ways of a session.</summary>
    /// <exception cref="FailureException">The session is closed, or has neither API nor database.</exception>
    public static SettingAccess Of(ListmonkSession session)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        if (server is { Api: null, Database: null }) throw new FailureException(SessionFailures.NeedsApi(session.Name));
        // Where nothing worked at connect, what was asked for is tried again: either it works now, or the failure tells why not.
        bool isAnyProved = session.HasApi || session.HasDatabase;
        return new SettingAccess(
            session, server, session.HasApi || !isAnyProved ? server.Api : null, session.HasDatabase || !isAnyProved ? server.Database : null);
    }
}

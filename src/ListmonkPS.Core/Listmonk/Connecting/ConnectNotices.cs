using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>What the operator should know of a new connection beyond its failures.</summary>
internal static class ConnectNotices
{
    /// <summary>Tells what was found, and warns of what is open to strangers.</summary>
    public static void Tell(ConnectTarget target, ListmonkSession session, ListmonkApi? api, INoticeSink notices)
    {
        if (session.HasApi)
            notices.Verbose(Texts.Format("notice.api-found", api?.Place, session.Version));
        if (session.HasDatabase)
            notices.Verbose(Texts.Format("notice.database-found", session.Database));
        // G38: up to v3 a server without admin name or password takes every request.
        if (session.HasApi && target.ApiCredential is null)
            notices.Warning(Texts.Format("notice.no-login", api?.Place));
        if (target is { ApiCredential: not null, Uri: { IsLoopback: false } uri } && uri.Scheme == Uri.UriSchemeHttp)
            notices.Warning(Texts.Format("notice.plain-http", api?.Place));
    }
}

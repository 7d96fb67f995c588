using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Configuration;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>What the operator should know of a new connection beyond its failures.</summary>
internal static class ConnectNotices
{
    /// <summary>Keys of the configuration that connecting uses.</summary>
    private static readonly string[] UsedKeys =
    [
        "db.host", "db.port", "db.user", "db.password", "db.database", "db.ssl_mode", "db.params", "app.admin_username", "app.admin_password",
    ];

    /// <summary>Tells how the server is gone to: before anything is sent, so that it is known also when nothing comes back.</summary>
    public static void TellWay(ConnectTarget target, ListmonkApi? api, INoticeSink notices)
    {
        if (target.Config is { } config)
            TellSources(config, notices);
        if (api?.Proxy is { } proxy)
            notices.Verbose(Texts.Format("notice.proxy", api.Place, proxy));
        if (target.Route.Certificate.TakesAll)
            notices.Warning(Texts.Format("notice.certificate-unchecked", api?.Place));
        if (target is { ApiCredential: not null, Uri: { IsLoopback: false } uri } && uri.Scheme == Uri.UriSchemeHttp)
            notices.Warning(Texts.Format("notice.plain-http", api?.Place));
    }

    /// <summary>Tells what was found, and warns of what is open to strangers and of what is missing.</summary>
    public static void TellFound(ConnectTarget target, ListmonkSession session, ProvedAccess proved, INoticeSink notices)
    {
        if (session.HasApi)
            TellApi(target, session, proved, notices);
        if (session.HasDatabase)
        {
            notices.Verbose(Texts.Format("notice.database-found", session.Database));
            if (proved.DatabaseProof!.Info!.Problem is { } missing)
                notices.Warning(Texts.Format("notice.database-rights-missing", missing.Message, missing.RecommendedAction));
        }
    }

    private static void TellApi(ConnectTarget target, ListmonkSession session, ProvedAccess proved, INoticeSink notices)
    {
        string place = proved.Api!.Place;
        notices.Verbose(Texts.Format("notice.api-found", place, session.Version));
        if (!ApiProof.HasUsers(proved.ApiProof!.Config!))
            TellOneAdmin(target, place, notices);
        else if (session.IsSuperAdmin is true)
            notices.Warning(Texts.Format("notice.super-admin", session.User, place, string.Join(", ", ApiRights.OfDiagnosis)));
        else if (session.IsSuperAdmin is false)
            TellMissing(session, place, notices);
    }

    /// <summary>G38: up to v3 there is one administrator, and without his name or password a server takes every request.</summary>
    private static void TellOneAdmin(ConnectTarget target, string place, INoticeSink notices)
    {
        if (target.ApiCredential is null)
            notices.Warning(Texts.Format("notice.no-login", place));
        else if (target.Database is null)
            notices.Warning(Texts.Format("notice.one-admin", place));
    }

    /// <summary>With a database beside it, the API need not show everything.</summary>
    private static void TellMissing(ListmonkSession session, string place, INoticeSink notices)
    {
        string missing = string.Join(", ", ApiRights.OfDiagnosis.Except(session.Permissions));
        if (missing.Length == 0)
            return;
        string text = Texts.Format("notice.rights-missing", session.User, place, missing);
        if (session.HasDatabase)
            notices.Verbose(text);
        else
            notices.Warning(text);
    }

    /// <summary>Which source gave which key; never the value.</summary>
    private static void TellSources(ListmonkConfig config, INoticeSink notices)
    {
        IEnumerable<IGrouping<string, string>> bySource = UsedKeys.Where(config.Sources.ContainsKey).GroupBy(key => config.Sources[key]);
        foreach (IGrouping<string, string> source in bySource)
            notices.Verbose(Texts.Format("notice.config-source", source.Key, string.Join(", ", source)));
    }
}

using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>Sums up what both accesses together may do.</summary>
internal static class RightsSummary
{
    /// <summary>What is read, and the right of each access that is enough for it.</summary>
    private static readonly (string ApiRight, string[] Tables)[] Needed =
    [
        (ApiRights.ReadSettings, ["settings"]),
        (ApiRights.ReadLists, ["lists"]),
        (ApiRights.ReadSubscribers, ["lists", "subscribers", "subscriber_lists"]),
    ];

    /// <summary>The summary.</summary>
    /// <param name="api">What the API showed; null without it.</param>
    /// <param name="database">What the database showed; null without it.</param>
    public static SessionRights Of(ApiProof? api, DatabaseProof? database)
    {
        IReadOnlyList<string> permissions = api is { Failure: null, Profile: { } profile } ? profile.Permissions : [];
        DatabaseInfo? info = database is { Failure: null } ? database.Info : null;
        if (api is { Failure: null, IsSuperAdmin: true })
            return SessionRights.All;
        if (info is null && api?.IsSuperAdmin is null)
            return SessionRights.Unknown;
        if (!Needed.All(need => permissions.Contains(need.ApiRight) || (info is not null && info.Rights.MissingFor(need.Tables) is null)))
            return SessionRights.ReadPart;
        return permissions.Contains(ApiRights.ManageSettings) || info is { MayWriteSettings: true } ? SessionRights.Change : SessionRights.Read;
    }
}

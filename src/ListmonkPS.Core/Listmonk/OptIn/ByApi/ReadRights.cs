using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>
/// What the API user may read. Without the right to all lists or to all subscribers listmonk refuses nothing and answers with less, perhaps with nothing:
/// so the rights are asked for first, which every user may.
/// </summary>
/// <param name="MayQuery">True when the SQL parameter of GET /api/subscribers may be used (G16).</param>
/// <param name="SeesBounces">True when GET /api/bounces may be called.</param>
internal sealed record ReadRights(bool MayQuery, bool SeesBounces)
{
    private static readonly (string Right, string Call)[] Needed =
        [(ApiRights.ReadLists, "GET /api/lists"), (ApiRights.ReadSubscribers, "GET /api/subscribers")];

    /// <summary>The rights of the user that we are.</summary>
    /// <exception cref="FailureException">The user may not see all lists or all subscribers, or cannot be asked.</exception>
    public static async Task<ReadRights> RequireAsync(ListmonkServer server, CancellationToken cancellation)
    {
        ListmonkApi api = server.Api!;
        // Up to v3 there are no rights: whoever logs in may do everything.
        ApiProfile? profile = server.Quirks.HasUsers ? await api.GetProfileAsync(cancellation) : null;
        if (profile is null or { IsSuperAdmin: true })
            return new ReadRights(true, true);
        foreach ((string right, string call) in Needed)
        {
            if (!profile.Permissions.Contains(right))
                throw new FailureException(ConnectionFailures.MissingPermission(api.Place, call, right));
        }

        return new ReadRights(
            !server.Quirks.SqlNeedsPermission || profile.Permissions.Contains(ApiRights.QuerySubscribers),
            profile.Permissions.Contains(ApiRights.ReadBounces));
    }
}

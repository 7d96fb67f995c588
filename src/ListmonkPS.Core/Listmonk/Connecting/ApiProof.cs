using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>What a first call of the API showed.</summary>
/// <param name="Config">Version and state; null when the API does not work.</param>
/// <param name="Profile">Who the credential is; null when not told.</param>
/// <param name="Failure">Why the API does not work; null when it does.</param>
internal sealed record ApiProof(ApiConfig? Config, ApiProfile? Profile, Failure? Failure)
{
    /// <summary>True when the credential may do everything, false when its role limits it, null when that is not known.</summary>
    public bool? IsSuperAdmin => Config is null ? null : HasUsers(Config) ? Profile?.IsSuperAdmin : true;

    /// <summary>Proves an access: one log-in, no trial of others.</summary>
    public static async Task<ApiProof> TryAsync(ListmonkApi api, INoticeSink notices, CancellationToken cancellation)
    {
        try
        {
            ApiConfig config = await api.GetConfigAsync(cancellation);
            return new ApiProof(config, HasUsers(config) ? await FindProfileAsync(api, notices, cancellation) : null, null);
        }
        catch (FailureException exception)
        {
            return new ApiProof(null, null, exception.Failure);
        }
    }

    /// <summary>True when the version has users with roles (v4 and later).</summary>
    public static bool HasUsers(ApiConfig config) => config.Version is null || QuirkTable.For(config.Version).HasUsers;

    /// <summary>The rights are good to know; that they cannot be read stops nothing.</summary>
    private static async Task<ApiProfile?> FindProfileAsync(ListmonkApi api, INoticeSink notices, CancellationToken cancellation)
    {
        try
        {
            return await api.GetProfileAsync(cancellation);
        }
        catch (FailureException exception)
        {
            notices.Verbose(Texts.Format("notice.rights-unknown", exception.Failure.Message));
            return null;
        }
    }
}

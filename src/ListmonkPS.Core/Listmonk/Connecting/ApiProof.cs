using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>What a first call of the API showed.</summary>
/// <param name="Config">Version and state; null when the API does not work.</param>
/// <param name="Profile">Who the credential is; null when not told.</param>
/// <param name="Failure">Why the API does not work; null when it does.</param>
internal sealed record ApiProof(ApiConfig? Config, ApiProfile? Profile, Failure? Failure)
{
    /// <summary>Proves an access: one log-in, no trial of others.</summary>
    public static async Task<ApiProof> TryAsync(ListmonkApi api, INoticeSink notices, CancellationToken cancellation)
    {
        try
        {
            ApiConfig config = await api.GetConfigAsync(cancellation);
            bool hasUsers = config.Version is null || QuirkTable.For(config.Version).HasUsers;
            return new ApiProof(config, hasUsers ? await FindProfileAsync(api, notices, cancellation) : null, null);
        }
        catch (FailureException exception)
        {
            return new ApiProof(null, null, exception.Failure);
        }
    }

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

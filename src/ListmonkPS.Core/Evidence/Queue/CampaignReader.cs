using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Campaigns;

namespace ListmonkPS.Core.Evidence.Queue;

/// <summary>Reads the campaigns: by the API where it may, since it alone tells the rate; else from the database.</summary>
internal static class CampaignReader
{
    /// <summary>The campaigns that are active, or moved since a time.</summary>
    /// <param name="server">The server.</param>
    /// <param name="since">From when on those that are over count too.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FailureException">Neither way leads to them.</exception>
    public static async Task<IReadOnlyList<CampaignRow>> ReadAsync(ListmonkServer server, DateTimeOffset since, CancellationToken cancellation)
    {
        Failure? refused = null;
        if (server.Api is { } api)
        {
            try
            {
                return [.. (await ApiCampaigns.ReadAsync(api, cancellation)).Where(row => row.IsActive || row.UpdatedAt >= since)];
            }
            catch (FailureException failure)
            {
                refused = failure.Failure;
            }
        }

        // The right that is missing at the API is the nearer one where the database is not there.
        return server.Database is { } database
            ? await database.ReadAsync((connection, token) => CampaignQuery.ReadAsync(connection, since, token), cancellation)
            : throw new FailureException(refused!);
    }
}

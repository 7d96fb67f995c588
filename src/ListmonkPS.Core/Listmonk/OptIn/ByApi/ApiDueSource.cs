using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>Reads the people who wait by the API.</summary>
/// <param name="server">The server.</param>
/// <param name="rights">What our user may read.</param>
/// <param name="readsWhole">Told when many people are read in one answer, with their number.</param>
internal sealed class ApiDueSource(ListmonkServer server, ReadRights rights, Action<long> readsWhole) : IDueSource
{
    private const string RootUrl = "app.root_url";

    private readonly SubscriberCall _call = new(server);
    private IReadOnlySet<int>? _bounced;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListRow>> ReadListsAsync(CancellationToken cancellation) => ApiLists.ReadAsync(server.Api!, cancellation);

    /// <inheritdoc/>
    public async Task<DueStart> StartAsync(IReadOnlyList<ListRow> lists, bool asksForBounces, CancellationToken cancellation)
    {
        if (asksForBounces && rights.SeesBounces)
            _bounced = await ApiBounces.ReadAsync(server.Api!, cancellation);
        return new DueStart(
            rights.SeesBounces ? null : ApiRights.ReadBounces, await ReadRootAsync(cancellation), await new ApiAskedSince(_call).ReadAsync(lists, cancellation));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DuePerson> ReadAsync(DueSelection selection, long? first, CancellationToken cancellation) =>
        new ApiDueList(_call, new SubscriberReader(_call, rights.MayQuery, readsWhole), rights.MayQuery, bounced: selection.LeaveOutBounced ? _bounced : null)
            .ReadAsync(selection, first, cancellation);

    /// <summary>Since v4 every user sees what the process runs with; before, who logs in may read the settings.</summary>
    private async Task<string?> ReadRootAsync(CancellationToken cancellation)
    {
        ApiConfig config = await server.Api!.GetConfigAsync(cancellation);
        JsonNode? root = config.Loaded.GetValueOrDefault(RootUrl);
        if (root is null && !server.Quirks.HasUsers)
            root = (await server.Api.GetSettingsAsync(cancellation))[RootUrl];
        return root is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }
}

using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>GET /api/subscribers, with what the versions make of it (G12 to G17).</summary>
internal sealed class SubscriberCall(ListmonkServer server)
{
    /// <summary>More come in no page (G15).</summary>
    public const int LargestPage = 50;

    private readonly ListmonkApi _api = server.Api!;

    /// <summary>How many a slice has.</summary>
    public async Task<long> CountAsync(SubscriberSlice slice, CancellationToken cancellation) =>
        await AskAsync(slice, "1", cancellation) is { } page ? new JsonMembers(_api, page).Number("total") : 0;

    /// <summary>All of a slice in one answer.</summary>
    public async Task<IReadOnlyList<ApiSubscriber>> ReadAsync(SubscriberSlice slice, CancellationToken cancellation) =>
        Read(await AskAsync(slice, "all", cancellation));

    /// <summary>A page of the newest subscribers, fifty at most.</summary>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<ApiSubscriber>> ReadNewestAsync(int page, CancellationToken cancellation) =>
        Read(await _api.GetDataAsync($"api/subscribers?order_by=created_at&order=desc&per_page=50&page={page}", cancellation));

    /// <summary>A page of the oldest subscribers of a slice.</summary>
    /// <param name="slice">Of whom.</param>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<ApiSubscriber>> ReadOldestAsync(SubscriberSlice slice, int page, CancellationToken cancellation) =>
        Read(await AskAsync(slice, $"{LargestPage}&page={page}&order_by=created_at&order=asc", cancellation));

    private IReadOnlyList<ApiSubscriber> Read(JsonNode? page) =>
        page is null ? [] : [.. new JsonMembers(_api, page).Items("results").Select(ApiSubscriber.Of)];

    private async Task<JsonNode?> AskAsync(SubscriberSlice slice, string perPage, CancellationToken cancellation)
    {
        try
        {
            return await _api.GetDataAsync(slice.Path(perPage), cancellation);
        }
        catch (FailureException exception) when (IsEmptyFilter(slice, exception.Failure))
        {
            // G13: the sum over no row is null, which this version cannot read. That the list can be shown tells it from a server in trouble.
            await _api.GetDataAsync($"api/lists/{slice.List}", cancellation);
            return null;
        }
    }

    private bool IsEmptyFilter(SubscriberSlice slice, Failure failure) =>
        server.Quirks.EmptyFilterFails && slice is { List: not null, Subscription: not null } && failure.Id == nameof(ConnectionFailures.ApiFailed);
}

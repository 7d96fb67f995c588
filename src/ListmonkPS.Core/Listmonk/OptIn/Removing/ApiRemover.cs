using System.Globalization;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.Removing;

/// <summary>
/// Removes by the API: whole subscribers by number, of others the waiting subscriptions list by list. Between the question who is stale and the removal lie
/// milliseconds in which somebody may confirm; the API cannot close that gap.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="mayQuery">Whether people may be asked for by their numbers; else each is asked for alone.</param>
internal sealed class ApiRemover(ListmonkServer server, bool mayQuery) : IRemover
{
    private readonly ListmonkApi _api = server.Api!;

    /// <inheritdoc/>
    public int PeopleAtOnce => 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StalePerson>> FindAsync(int[] ids, StaleRule rule, CancellationToken cancellation)
    {
        List<StalePerson> people = [];
        DueSelection selection = new(rule.AskingLists, rule.AskingLists, null, null);
        foreach (JsonNode node in await ReadAsync(ids, cancellation))
        {
            ApiSubscriber subscriber = ApiSubscriber.Of(new JsonMembers(_api, node));
            if (subscriber.DueIn(selection) is not { } person || subscriber.WaitingOn(rule.AskingLists).Any(waiting => waiting.CreatedAt?.UtcDateTime >= rule.Before))
                continue;
            bool isWhole = subscriber.Memberships.All(membership => membership.IsWaiting && rule.AskingLists.Contains(membership.ListId));
            people.Add(new StalePerson(person, isWhole, (node as JsonObject)?["attribs"]?.ToJsonString() ?? "{}", subscriber.CreatedAt));
        }

        return people;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<int>> RemoveAsync(IReadOnlyList<StalePerson> people, StaleRule rule, CancellationToken cancellation)
    {
        int[] whole = [.. people.Where(one => one.IsWhole).Select(one => one.Person.SubscriberId)];
        if (whole.Length > 0)
            await _api.DeleteSubscribersAsync(whole, cancellation);
        foreach (IGrouping<string, StalePerson> group in people.Where(one => !one.IsWhole).GroupBy(one => string.Join(',', one.Person.Lists)))
            await _api.RemoveSubscriptionsAsync([.. group.Select(one => one.Person.SubscriberId)], group.First().Person.Lists, cancellation);
        return people.Select(one => one.Person.SubscriberId).ToHashSet();
    }

    private async Task<IReadOnlyList<JsonNode>> ReadAsync(int[] ids, CancellationToken cancellation)
    {
        if (mayQuery)
        {
            string numbers = string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
            JsonNode? page = await _api.GetDataAsync(new SubscriberSlice(Condition: $"subscribers.id IN ({numbers})").Path("all"), cancellation);
            return [.. ((page as JsonObject)?["results"] as JsonArray ?? []).OfType<JsonNode>()];
        }

        List<JsonNode> people = [];
        foreach (int id in ids)
        {
            if (await _api.FindSubscriberAsync(id, cancellation) is { } subscriber)
                people.Add(subscriber);
        }

        return people;
    }
}

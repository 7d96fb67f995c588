using System.Globalization;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;

namespace ListmonkPS.Core.Resend.Due;

/// <summary>Asks the API: for one person by his number, for many by slices where the token may ask for slices (G16), else one by one.</summary>
/// <param name="server">The server; its API must be there.</param>
/// <param name="mayQuery">Whether people may be asked for by a condition.</param>
internal sealed class ApiDueQuestion(ListmonkServer server, bool mayQuery) : IDueQuestion
{
    /// <summary>Their numbers must fit into an address.</summary>
    private const int PeopleInSlice = 200;

    private const int FewPeople = 3;
    private const int AtOnce = 2;

    private readonly ListmonkApi _api = server.Api!;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<int, DueAnswer>> AskAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation)
    {
        Dictionary<int, OptInRecipient> found = [];
        if (mayQuery && people.Count > FewPeople)
        {
            foreach (ResendTarget[] slice in people.Chunk(PeopleInSlice))
                await ReadSliceAsync(slice, found, cancellation);
        }
        else
        {
            ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
            await Parallel.ForEachAsync(people, options, async (person, token) => await ReadOneAsync(person, found, token));
        }

        return people.DistinctBy(person => person.Id).ToDictionary(person => person.Id, person => DueJudge.Judge(person, found.GetValueOrDefault(person.Id)));
    }

    private async Task ReadOneAsync(ResendTarget person, Dictionary<int, OptInRecipient> found, CancellationToken cancellation)
    {
        if (await _api.FindSubscriberAsync(person.Id, cancellation) is not { } subscriber)
            return;
        OptInRecipient recipient = Read(new JsonMembers(_api, subscriber));
        lock (found)
            found[recipient.Id] = recipient;
    }

    private async Task ReadSliceAsync(ResendTarget[] people, Dictionary<int, OptInRecipient> found, CancellationToken cancellation)
    {
        string numbers = string.Join(',', people.Select(person => person.Id.ToString(CultureInfo.InvariantCulture)));
        JsonNode? page = await _api.GetDataAsync(new SubscriberSlice().And($"subscribers.id IN ({numbers})").Path("all"), cancellation);
        if (page is null)
            return;
        foreach (JsonMembers subscriber in new JsonMembers(_api, page).Items("results"))
        {
            OptInRecipient recipient = Read(subscriber);
            found[recipient.Id] = recipient;
        }
    }

    private static OptInRecipient Read(JsonMembers subscriber) => new(
        subscriber.Number("id"), subscriber.Uuid("uuid"), subscriber.Text("email"), subscriber.Text("name"),
        [
            .. subscriber.Items("lists")
                .Where(list => list.Text("subscription_status") == "unconfirmed" && list.Text("optin") == "double" && list.TextOr("status", "active") == "active")
                .Select(list => new WaitingList(list.Number("id"), list.Uuid("uuid"), list.Text("name"), list.Text("type") == "public"))
                .OrderBy(list => list.Id),
        ])
    {
        IsEnabled = subscriber.Text("status") == "enabled",
        ConfirmedAt = subscriber.Items("lists")
            .Where(list => list.Text("subscription_status") == "confirmed" && list.Text("optin") == "double").Max(list => list.Time("subscription_updated_at")),
    };
}

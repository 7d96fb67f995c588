using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Reads the lists from the database where it answers, else from the API.</summary>
internal sealed class ActiveListsSource : FactSource<ActiveLists>
{
    private const string Archived = "archived";

    public override Access Needs => Access.Api | Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(DatabaseState), typeof(UserRights)];

    protected override async Task<ActiveLists> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        DatabaseState? state = facts.TryGet<DatabaseState>();
        if (state?.MayRead("lists") is true)
        {
            var rows = await context.Server.Database!.ReadListsAsync(cancellation);
            return new ActiveLists(
                [.. rows.Where(row => row.Status != Archived).Select(row => ToList(row.Id, row.Name, row.Type, row.OptIn))], Access.Database);
        }

        if (context.Server.Api is not { } api)
        {
            throw new FailureException(state!.ObstacleTo("lists")!);
        }

        RequireAllLists(context, facts);
        JsonNode? page = await api.GetDataAsync("api/lists?per_page=all", cancellation);
        // An installation without lists answers results = null (up to v3, G17) or a bare array (G18).
        IEnumerable<JsonNode?> lists = page switch
        {
            JsonObject whole => whole["results"] as JsonArray ?? [],
            JsonArray bare => bare,
            _ => [],
        };
        return new ActiveLists([.. lists.OfType<JsonObject>().Where(list => Text(list, "status") != Archived).Select(ToList)], Access.Api);
    }

    /// <summary>Without the right the API refuses nothing and answers with fewer lists, perhaps none: that would be judged as the whole.</summary>
    private static void RequireAllLists(FactContext context, FactSet facts)
    {
        if (facts.TryGet<UserRights>()?.MayNot(ApiRights.ReadLists) is true)
            throw new FailureException(ConnectionFailures.MissingPermission(context.Server.Api!.Place, "GET /api/lists", ApiRights.ReadLists));
    }

    private static OptInList ToList(JsonObject list) =>
        ToList(list["id"]?.GetValue<int>() ?? 0, Text(list, "name"), Text(list, "type"), Text(list, "optin"));

    private static OptInList ToList(int id, string name, string type, string optIn) =>
        new(id, HarmlessText.Of(name), type == "public", optIn == "double");

    private static string Text(JsonObject list, string member) =>
        list[member] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}

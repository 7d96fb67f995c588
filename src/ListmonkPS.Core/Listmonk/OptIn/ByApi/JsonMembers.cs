using System.Globalization;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>The members of an object in an answer. What is not shaped as listmonk shapes it is a failure, not a gap: a row must not get lost in silence.</summary>
internal readonly struct JsonMembers(ListmonkApi api, JsonNode? node)
{
    private const int ShownLength = 80;

    public int Number(string name) => node?[name] is JsonValue value && value.TryGetValue(out int number) ? number : throw Misshapen();

    public string Text(string name) => Member(name) is JsonValue value && value.TryGetValue(out string? text) ? text : throw Misshapen();

    /// <summary>A text that not every version has.</summary>
    public string TextOr(string name, string without) => Member(name) is null ? without : Text(name);

    public Guid Uuid(string name) => Guid.TryParse(Text(name), out Guid uuid) ? uuid : throw Misshapen();

    /// <summary>A time in UTC; null for null.</summary>
    public DateTimeOffset? Time(string name) => Member(name) is null ? null : TimeOf(Text(name));

    /// <summary>The objects of an array; none for null (G17).</summary>
    public IEnumerable<JsonMembers> Items(string name)
    {
        ListmonkApi from = api;
        return Member(name) switch
        {
            null => [],
            JsonArray items => items.Select(item => new JsonMembers(from, item)),
            _ => throw Misshapen(),
        };
    }

    /// <summary>Times inside lists[] are PostgreSQL's own, which knows more of them than .NET: those only edits by SQL can have made.</summary>
    private static DateTimeOffset TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : text == "infinity" || text.IndexOf('-', StringComparison.Ordinal) > 4 ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;

    private JsonNode? Member(string name) => node is JsonObject members ? members[name] : throw Misshapen();

    private FailureException Misshapen() => new(ConnectionFailures.NotListmonk(
        api.Place, 200, "application/json", HarmlessText.Of(node?.ToJsonString() ?? "null", ShownLength)));
}

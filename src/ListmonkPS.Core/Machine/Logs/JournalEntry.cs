using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Machine.Logs;

/// <summary>One entry of the journal as journalctl writes it in JSON (external contracts 2.3).</summary>
/// <param name="Message">The message; null when the entry has none.</param>
/// <param name="Time">When the journal took it.</param>
/// <param name="Container">Id of the container that wrote it by Docker's journald driver; null for none.</param>
/// <param name="IsPartial">True for a piece of a line that goes on in the container's next entry.</param>
internal sealed record JournalEntry(string? Message, DateTimeOffset? Time, string? Container, bool IsPartial)
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    /// <summary>Reads a line; null when it is not an entry.</summary>
    public static JournalEntry? TryParse(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject entry
                ? new JournalEntry(TextOf(entry["MESSAGE"]), TimeOf(entry["__REALTIME_TIMESTAMP"]), TextOf(entry["CONTAINER_ID_FULL"] ?? entry["CONTAINER_ID"]), TextOf(entry["CONTAINER_PARTIAL_MESSAGE"]) == "true")
                : null;
        }
        catch (JsonException)
        {
            return null; // cut, or not an entry: the journal is written by many
        }
    }

    /// <summary>A text; an array of bytes when it has control bytes or is no UTF-8; an array of these when the field occurs twice, of which the last counts.</summary>
    private static string? TextOf(JsonNode? node) => node switch
    {
        JsonValue value => value.TryGetValue(out string? text) ? text : null,
        JsonArray { Count: > 0 } items when items[0] is JsonValue first && first.GetValueKind() == JsonValueKind.Number => Decode(items),
        JsonArray { Count: > 0 } items => TextOf(items[^1]),
        _ => null,
    };

    private static string Decode(JsonArray bytes) =>
        Encoding.UTF8.GetString([.. bytes.OfType<JsonValue>().Select(item => item.TryGetValue(out int number) ? (byte)number : (byte)'?')]);

    private static DateTimeOffset? TimeOf(JsonNode? node) =>
        long.TryParse(TextOf(node), NumberStyles.None, CultureInfo.InvariantCulture, out long micros) && micros < (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TicksPerMicrosecond
            ? DateTimeOffset.UnixEpoch.AddTicks(micros * TicksPerMicrosecond)
            : null;
}

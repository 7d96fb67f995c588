using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Audit.Baselines;

/// <summary>
/// A baseline as JSON text that differs only where settings do: keys and members by name, one value a line, no time of writing. Characters that a terminal
/// obeys or hides are written as escapes.
/// </summary>
internal static class BaselineText
{
    /// <summary>Number of the format; a reader refuses what is newer.</summary>
    public const int Version = 1;

    private const string Name = "listmonkps-settings";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        MaxDepth = 300,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 300 };

    /// <summary>The text of a baseline.</summary>
    public static string Of(SettingBaseline baseline)
    {
        JsonObject document = new()
        {
            ["format"] = Name,
            ["formatVersion"] = Version,
            ["server"] = baseline.Server,
            ["listmonk"] = baseline.Listmonk,
            ["source"] = baseline.Source.ToString(),
            ["settings"] = Sorted(new JsonObject(baseline.Settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value?.DeepClone())))),
        };
        return Visible(document.ToJsonString(Indented).ReplaceLineEndings("\n")) + "\n";
    }

    /// <summary>The baseline of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">Its file, for the failure.</param>
    /// <exception cref="FailureException">BaselineNotOurs or BaselineTooNew.</exception>
    public static SettingBaseline Parse(string text, string path)
    {
        JsonObject? document = ObjectOf(text);
        if (TextOf(document?["format"]) != Name || document!["formatVersion"] is not JsonValue number || !number.TryGetValue(out long version))
            throw new FailureException(AuditFailures.BaselineNotOurs(path));
        if (version > Version) throw new FailureException(AuditFailures.BaselineTooNew(path, version));
        return TextOf(document["server"]) is { } server && Enum.TryParse(TextOf(document["source"]), out Access source) && document["settings"] is JsonObject settings
            ? new SettingBaseline(
                server,
                TextOf(document["listmonk"]),
                source,
                settings.ToDictionary(setting => setting.Key, setting => setting.Value?.DeepClone(), StringComparer.Ordinal))
            : throw new FailureException(AuditFailures.BaselineNotOurs(path));
    }

    private static JsonObject? ObjectOf(string text)
    {
        try
        {
            JsonObject? document = JsonNode.Parse(text, documentOptions: Depth) as JsonObject;
            _ = document?.Count; // a name that is there twice shows only when the members are read
            return document;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null; // the answer to the question
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>The writer escapes control characters; format characters (bidi, zero width) may only stand within texts, where the escape means the same.</summary>
    private static string Visible(string json)
    {
        StringBuilder visible = new(json.Length);
        foreach (char character in json)
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                visible.Append(character);
        }

        return visible.ToString();
    }
}

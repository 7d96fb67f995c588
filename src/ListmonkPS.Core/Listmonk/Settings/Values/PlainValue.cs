using System.Collections.Specialized;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>JSON as the values that PowerShell works with: bool, long, double, string, lists and ordered dictionaries; its texts made harmless.</summary>
internal static partial class PlainValue
{
    /// <summary>The plain value; null for JSON null.</summary>
    public static object? Of(JsonNode? value) => value switch
    {
        null => null,
        JsonArray array => new TextList<object?>(array.Select(Of)),
        JsonObject members => Dictionary(members),
        _ => Scalar(value),
    };

    private static OrderedDictionary Dictionary(JsonObject members)
    {
        OrderedDictionary dictionary = new(StringComparer.OrdinalIgnoreCase);
        // By name, since the database keeps no order of its own. A second spelling of a member that differs by case only cannot be told
        // apart in PowerShell; the first one is kept.
        foreach ((string name, JsonNode? member) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            string key = HarmlessText.Of(name, HarmlessText.ValueLength);
            if (!dictionary.Contains(key)) dictionary.Add(key, Of(member));
        }

        return dictionary;
    }

    private static object? Scalar(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number(value),
        JsonValueKind.String => Harmless(value.GetValue<string>()),
        _ => null,
    };

    private static object Number(JsonNode value)
    {
        JsonElement element = JsonSerializer.SerializeToElement(value);
        return element.TryGetInt64(out long whole) ? (object)whole : element.GetDouble();
    }

    /// <summary>Line breaks and tabs stay, since style sheets and scripts are settings too; everything else that a terminal would obey is made visible.</summary>
    private static string Harmless(string text) => string.Concat(LineEnds().Split(text).Select(part =>
        part is "\n" or "\r\n" or "\t" ? part : HarmlessText.Of(part, int.MaxValue)));

    [GeneratedRegex(@"(\r\n|\n|\t)", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnds();
}

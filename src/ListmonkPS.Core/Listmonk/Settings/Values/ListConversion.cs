using System.Collections;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>Turns lists as given into JSON arrays: of texts, and of mail headers as listmonk keeps them, one object a header.</summary>
internal static partial class ListConversion
{
    /// <summary>The texts of a list, each in the form of the key; a single text is a list of one. Null when something does not fit.</summary>
    public static JsonArray? Texts(SettingKey key, object? given)
    {
        JsonArray texts = [];
        foreach (object? item in given is string or null ? [given] : (given as IEnumerable ?? Array.Empty<object>()).Cast<object?>())
        {
            if (item is not string text || TextForm.Of(key, text) is not { Length: > 0 } good) return null;
            texts.Add(good);
        }

        return given is string or IEnumerable and not IDictionary ? texts : null;
    }

    /// <summary>The headers of one dictionary or of several. Null when something does not fit (RFC 5322 section 2.2).</summary>
    public static JsonArray? Headers(object? given)
    {
        JsonArray headers = [];
        foreach (object? item in given is IDictionary ? [given] : (given is string ? null : given as IEnumerable)?.Cast<object?>() ?? [null])
        {
            if (item is not IDictionary members) return null;
            foreach (DictionaryEntry member in members)
            {
                if (member.Key is not string name || member.Value is not string value || !IsHeader(name, value)) return null;
                headers.Add(new JsonObject { [name] = value });
            }
        }

        return headers;
    }

    /// <summary>True for a name and a text that make a header.</summary>
    public static bool IsHeader(string name, string text) => FieldName().IsMatch(name) && TextForm.IsLine(text);

    [GeneratedRegex(@"\A[!-9;-~]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();
}

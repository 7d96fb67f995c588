using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace ListmonkPS.Connection;

/// <summary>Headers as they are typed: a hashtable of names with values, which may be secure strings.</summary>
internal static class HeaderTable
{
    /// <summary>Names with values; whether they can be sent is for Core to say.</summary>
    public static IReadOnlyDictionary<string, string> Of(IDictionary? table)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table ?? new Hashtable())
            headers[Text(entry.Key)] = Text(entry.Value);
        return headers;
    }

    private static string Text(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => "",
        SecureString secret => new NetworkCredential("", secret).Password,
        object other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}

using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace ListmonkPS.Shell.Values;

/// <summary>Values as Core takes them: without PowerShell's wrappers, also inside lists and hashtables.</summary>
internal static class PlainObject
{
    /// <summary>The bare value; null for null.</summary>
    public static object? Of(object? value) => value switch
    {
        PSObject wrapped when wrapped.BaseObject != wrapped => Of(wrapped.BaseObject),
        string => value,
        IDictionary members => Dictionary(members),
        IEnumerable items => items.Cast<object?>().Select(Of).ToArray(),
        _ => value,
    };

    private static OrderedDictionary Dictionary(IDictionary members)
    {
        OrderedDictionary plain = [];
        foreach (DictionaryEntry member in members) plain.Add(Of(member.Key)!, Of(member.Value));
        return plain;
    }
}

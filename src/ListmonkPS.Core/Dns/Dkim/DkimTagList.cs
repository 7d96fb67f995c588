using System.Buffers;

namespace ListmonkPS.Core.Dns.Dkim;

/// <summary>A tag=value list (RFC 6376 3.2).</summary>
internal sealed class DkimTagList
{
    private static readonly SearchValues<char> FoldingWhiteSpace = SearchValues.Create(" \t\r\n");
    private static readonly char[] White = [' ', '\t', '\r', '\n'];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private DkimTagList()
    {
    }

    /// <summary>Names in the order in which they stand; case matters.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Reads a list; the reason when it is malformed as a whole.</summary>
    /// <remarks>An empty element between two semicolons is skipped, as most verifiers do; the grammar has none.</remarks>
    public static (DkimTagList? List, string? Reason) Parse(string text)
    {
        DkimTagList list = new();
        List<string> names = [];
        foreach (string element in text.Split(';'))
        {
            string trimmed = element.Trim(White);
            if (trimmed.Length == 0)
                continue;
            int equals = trimmed.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "" : trimmed[..equals].TrimEnd(White);
            string value = trimmed[(equals + 1)..].TrimStart(White);
            if (!IsName(name) || !IsValue(value))
                return (null, DkimReason.SyntaxError);
            if (!list._values.TryAdd(name, value))
                return (null, DkimReason.TagDuplicate);
            names.Add(name);
        }

        list.Names = names;
        return names.Count > 0 ? (list, null) : (null, DkimReason.SyntaxError);
    }

    /// <summary>Value of a tag; null when it is absent.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Entries of a colon-separated value, white space around them removed; null when the tag is absent.</summary>
    public string[]? FindList(string name) =>
        Find(name)?.Split(':').Select(entry => entry.Trim(White)).ToArray();

    /// <summary>Value of a tag without any white space in it; null when it is absent.</summary>
    public string? FindCompact(string name) =>
        Find(name) is { } value ? string.Concat(value.Where(character => !FoldingWhiteSpace.Contains(character))) : null;

    /// <summary>A letter, then letters, digits and underscores.</summary>
    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static bool IsValue(string value) =>
        value.All(character => character is > ' ' and <= '~' || FoldingWhiteSpace.Contains(character));
}

using System.Buffers;

namespace ListmonkPS.Core.Listmonk.Settings.Addressing;

/// <summary>The text by which a setting is named: a key, or a key and the way to a member of it, parted by slashes (smtp/primary/port).</summary>
/// <param name="Key">The key, or a pattern of keys.</param>
/// <param name="Steps">The way below it: for an array the block first; empty for the whole key.</param>
internal sealed record AddressText(NamePattern Key, IReadOnlyList<NamePattern> Steps)
{
    private const char Slash = '/';

    private static readonly SearchValues<char> Special = SearchValues.Create("/*?[]`");

    /// <summary>Reads a text.</summary>
    /// <param name="text">Text as given.</param>
    /// <param name="hasWildcards">False when * ? and [ mean themselves.</param>
    public static AddressText Parse(string text, bool hasWildcards)
    {
        NamePattern[] parts = [.. text.Split(Slash).Select(part => hasWildcards ? new NamePattern(part) : NamePattern.Literal(part))];
        return new AddressText(parts[0], parts[1..]);
    }

    /// <summary>The text of a place, part by part.</summary>
    public static string Of(string key, IEnumerable<string> steps) => string.Join(Slash, [key, .. steps]);

    /// <summary>True when a name can be a part of an address as it is.</summary>
    public static bool CanName(string name) => name.Length > 0 && !name.AsSpan().ContainsAny(Special);
}

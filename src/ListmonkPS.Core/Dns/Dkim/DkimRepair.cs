using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Dns.Dkim;

/// <summary>Makes the key record that was meant out of what is published: writing mistakes only, never the key itself. Whether it helps is proved by judging it.</summary>
internal static partial class DkimRepair
{
    private const int Ed25519Octets = 32;

    /// <summary>The record that was meant; null when nothing can be made of it.</summary>
    /// <param name="texts">The TXT records at the name, in order.</param>
    public static string? Mend(IReadOnlyList<string> texts)
    {
        // A zone file's quotation marks and its parentheses around the parts of a long key.
        string plain = Quoting().Replace(texts.Count == 1 || DkimTagList.Parse(texts[0]).List?.Find("p") is null ? string.Concat(texts) : Whole(texts), "");
        string[] elements = [.. plain.Split(';').Select(element => element.Trim()).Where(element => element.Length > 0).Distinct(StringComparer.Ordinal)];
        List<(string Name, string Value)> tags = [];
        foreach (string element in elements)
        {
            int equals = element.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                return null;
            string name = element[..equals].Trim();
            tags.Add((name.Length == 1 ? name.ToLowerInvariant() : name, element[(equals + 1)..].Trim()));
        }

        return tags.Exists(tag => tag.Name == "p") ? Write(tags) : null;
    }

    /// <summary>Of several records the parts of one key belong together; of several keys the first stays.</summary>
    private static string Whole(IReadOnlyList<string> texts) =>
        DkimKeyRecord.Parse(string.Concat(texts)).Key is null ? texts[0] : string.Concat(texts);

    private static string Write(List<(string Name, string Value)> tags)
    {
        string key = string.Concat(tags.Find(tag => tag.Name == "p").Value.Where(character => !char.IsWhiteSpace(character)));
        bool isBareEd25519 = !tags.Exists(tag => tag.Name == "k") && DkimPublicKey.Decode(key)?.Length == Ed25519Octets;
        IEnumerable<string> others = tags.Where(tag => tag.Name is not ("v" or "p")).Select(tag => $"{tag.Name}={Value(tag.Name, tag.Value)}");
        return string.Join("; ", [$"v={"DKIM1"}", .. isBareEd25519 ? ["k=ed25519"] : Array.Empty<string>(), .. others, $"p={key}"]);
    }

    private static string Value(string name, string value) => name switch
    {
        "k" or "t" => value.ToLowerInvariant(),
        "h" when !value.Contains("sha256", StringComparison.OrdinalIgnoreCase) => value + ":sha256",
        "s" when !value.Contains('*', StringComparison.Ordinal) && !value.Contains("email", StringComparison.OrdinalIgnoreCase) => value + ":email",
        "h" or "s" => value.ToLowerInvariant(),
        _ => value,
    };

    [GeneratedRegex("""["\\()]""")]
    private static partial Regex Quoting();
}

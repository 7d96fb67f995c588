namespace ListmonkPS.Core.Dns.Dmarc.Records;

/// <summary>Makes one record that counts out of those that are published. The mildest policy stays: none was in force, and mail must not be lost by mending.</summary>
internal static class DmarcRepair
{
    private const string Version = "v=DMARC1";

    private static readonly string[] Policies = [DmarcPolicy.None, DmarcPolicy.Quarantine, DmarcPolicy.Reject];
    private static readonly string[] PolicyTags = ["p", "sp", "np"];
    private static readonly string[] AddressTags = ["rua", "ruf"];

    /// <summary>True for a text that is meant as a DMARC record, though it is none.</summary>
    public static bool IsMeant(string text) =>
        !DmarcTagReader.IsDmarc(text) && text.Replace(" ", "", StringComparison.Ordinal).Contains(Version, StringComparison.OrdinalIgnoreCase);

    /// <summary>The one record; null when there is nothing to make it of.</summary>
    /// <param name="texts">TXT records that are DMARC records or are meant as such.</param>
    public static string? Mend(IReadOnlyList<string> texts)
    {
        (string Name, string Value)[] tags = [.. texts.SelectMany(Tags)];
        if (texts.Count == 0)
            return null;
        List<string> written = [Version];
        foreach (string name in PolicyTags)
        {
            string[] values = [.. tags.Where(tag => tag.Name == name).Select(tag => tag.Value.ToLowerInvariant()).Where(value => Policies.Contains(value))];
            if (values.Length > 0)
                written.Add($"{name}={values.MinBy(value => Array.IndexOf(Policies, value))}");
            else if (name == "p")
                written.Add($"p={DmarcPolicy.None}");
        }

        foreach (string name in AddressTags)
        {
            string[] addresses = [.. tags.Where(tag => tag.Name == name).SelectMany(tag => DmarcUris.Read(tag.Value, [])).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (addresses.Length > 0)
                written.Add($"{name}={string.Join(',', addresses)}");
        }

        written.AddRange(tags
            .Where(tag => tag.Name != "v" && !PolicyTags.Contains(tag.Name) && !AddressTags.Contains(tag.Name))
            .DistinctBy(tag => tag.Name)
            .Select(tag => $"{tag.Name}={tag.Value}"));
        return string.Join("; ", written);
    }

    private static IEnumerable<(string Name, string Value)> Tags(string text) => text
        .Replace("\"", "", StringComparison.Ordinal)
        .Split(';')
        .Select(element => element.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0].Trim() is { Length: > 0 } name && name.All(char.IsAsciiLetter) && !pair[1].AsSpan().Trim().ContainsAnyExceptInRange(' ', '~'))
        .Select(pair => (pair[0].Trim().ToLowerInvariant(), pair[1].Trim()));
}

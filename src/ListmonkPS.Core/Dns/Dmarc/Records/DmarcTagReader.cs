using System.Globalization;

namespace ListmonkPS.Core.Dns.Dmarc.Records;

/// <summary>
/// Splits a record into tags and hands out their values; what does not fit is noted and gives way to the default, it does not spoil the record
/// (RFC 9989 4.8).
/// </summary>
internal sealed class DmarcTagReader
{
    private const string Version = "DMARC1";
    private static readonly char[] White = [' ', '\t'];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase) { "v" };

    /// <summary>Reads a record that <see cref="IsDmarc"/>.</summary>
    public DmarcTagReader(string text)
    {
        foreach (string element in text.Split(';').Select(part => part.Trim(White)).Where(part => part.Length > 0))
        {
            int equals = element.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "" : element[..equals].TrimEnd(White);
            string value = element[(equals + 1)..].TrimStart(White);
            if (name.Length == 0 || !name.All(char.IsAsciiLetter) || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
                Notes.Add(DmarcReason.TagMalformed);
            else if (!_values.TryAdd(name, value))
                Notes.Add(DmarcReason.TagDuplicate);
        }
    }

    /// <summary>Machine words noted so far.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Names of the record that were not asked for.</summary>
    public IEnumerable<string> Unknown => _values.Keys.Where(name => !_known.Contains(name));

    /// <summary>True when a TXT record is a DMARC record: its first tag is v with the value DMARC1, in this case and as a whole.</summary>
    public static bool IsDmarc(string text)
    {
        int end = text.IndexOf(';', StringComparison.Ordinal);
        string first = end < 0 ? text : text[..end];
        int equals = first.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            && first[..equals].TrimEnd(White).Equals("v", StringComparison.OrdinalIgnoreCase)
            && first[(equals + 1)..].Trim(White) == Version;
    }

    /// <summary>Value of a tag as written; null when it is absent.</summary>
    public string? Find(string name)
    {
        _known.Add(name);
        return _values.GetValueOrDefault(name);
    }

    /// <summary>Value in lower case when it is one of those allowed; else the default, noted when the tag is there.</summary>
    public string FindWord(string name, string fallback, params string[] allowed)
    {
        string? value = Find(name)?.ToLowerInvariant();
        if (value is null || allowed.Contains(value))
            return value ?? fallback;
        Notes.Add(DmarcReason.ValueInvalid);
        return fallback;
    }

    /// <summary>A whole number within a range; else the default, noted when the tag is there.</summary>
    public int FindNumber(string name, int fallback, int largest)
    {
        if (Find(name) is not { } value)
            return fallback;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= largest)
            return number;
        Notes.Add(DmarcReason.ValueInvalid);
        return fallback;
    }
}

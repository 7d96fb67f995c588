namespace ListmonkPS.Core.Dns.Lookup.Records;

/// <summary>TXT.</summary>
/// <param name="Strings">The character-strings as published; octets that are not UTF-8 are U+FFFD.</param>
internal sealed record TxtRecord(IReadOnlyList<string> Strings) : DnsRecord
{
    /// <summary>The strings joined with nothing between them (RFC 7208 3.3, RFC 6376 3.6.2.2).</summary>
    public string Text { get; } = Strings.Count == 1 ? Strings[0] : string.Concat(Strings);
}

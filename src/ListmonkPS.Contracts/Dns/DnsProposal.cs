namespace ListmonkPS;

/// <summary>A record to publish instead of what is there, with the proof that it helps.</summary>
/// <param name="Name">Name of the record; control panels want the part before the domain, or @ for the domain itself.</param>
/// <param name="Value">What the record holds: the text of a TXT record, the address or host of another.</param>
public sealed record DnsProposal(string Name, string Value)
{
    private const string Text = "TXT";
    private const int LongestString = 255;

    /// <summary>Type of the record: TXT, A, AAAA, MX or PTR.</summary>
    public string Type { get; init; } = Text;

    /// <summary>Lookups of the worst case as it is; null where they do not matter or there is no record.</summary>
    public int? LookupsBefore { get; init; }

    /// <summary>Lookups of the worst case with the proposal; null where they do not matter.</summary>
    public int? LookupsAfter { get; init; }

    /// <summary>What came of evaluating the proposal, in one sentence.</summary>
    public required string Proof { get; init; }

    /// <summary>The line for a zone file; a text is cut into strings of at most 255 characters.</summary>
    public string ZoneLine => $"{Name}. 3600 IN {Type} {(Type == Text ? string.Join(' ', Value.Chunk(LongestString).Select(Quoted)) : Value)}";

    /// <summary>The line for a zone file.</summary>
    public override string ToString() => ZoneLine;

    private static string Quoted(char[] part) => $"\"{new string(part).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

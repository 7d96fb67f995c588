namespace ListmonkPS.TestBench.Dns;

/// <summary>What a zone says to a question.</summary>
/// <param name="Code">Response code; null for silence.</param>
/// <param name="Answers">The CNAMEs that were followed and the records of the type asked for.</param>
internal sealed record ZoneReply(int? Code, IReadOnlyList<ZoneRecord> Answers)
{
    public const int NoError = 0;

    public const int NameError = 3;

    public static ZoneReply Silence { get; } = new(null, []);
}

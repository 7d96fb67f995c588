using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dkim;

/// <summary>Puts a verdict into words: of several reasons the one that helps most.</summary>
internal static class DkimWording
{
    /// <summary>Reasons that explain others; they are told first.</summary>
    private static readonly string[] Telling = [DkimReason.KeySplit, DkimReason.QuotingMistake, DkimReason.KeyTruncated, DkimReason.MultipleRecords];

    /// <summary>The verdict in one sentence.</summary>
    public static string Summary(DkimQuery query, string verdict, DkimKeyRecord record, DnsAnswer answer, IReadOnlyList<string> reasons) => verdict switch
    {
        DkimVerdict.Usable => Texts.Format("dns.dkim.usable", query.Name, record.KeyType, record.Key!.Bits),
        DkimVerdict.TempError => Texts.Format("dns.error." + answer.Kind, query.Name),
        _ => Texts.Format("dns.dkim.reason." + First(reasons), Arguments(query, record)),
    };

    /// <summary>What to do; null when there is nothing.</summary>
    public static string? Remedy(DkimQuery query, DkimKeyRecord record, IReadOnlyList<string> reasons) =>
        reasons.Count > 0 && Texts.TryFind("dns.dkim.remedy." + First(reasons)) is not null
            ? Texts.Format("dns.dkim.remedy." + First(reasons), Arguments(query, record))
            : null;

    private static string First(IReadOnlyList<string> reasons) => Telling.FirstOrDefault(reasons.Contains) ?? reasons[0];

    private static object?[] Arguments(DkimQuery query, DkimKeyRecord record) =>
        [query.Name, query.Domain, record.Key?.Bits, record.Cut?.Expected, record.Cut?.Found];
}

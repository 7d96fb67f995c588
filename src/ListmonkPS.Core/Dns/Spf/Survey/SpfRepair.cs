using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Dns.Spf.Records;

namespace ListmonkPS.Core.Dns.Spf.Survey;

/// <summary>Makes the record that should be published out of what is published; whether it helps is proved by evaluating it.</summary>
internal static class SpfRepair
{
    private const string Version = "v=spf1";
    private const string DefaultEnd = "~all";

    private static readonly (string Wrong, string Right)[] Mistakes =
    [
        ("ipv4:", "ip4:"), ("ipv6:", "ip6:"), ("ip4=", "ip4:"), ("ip6=", "ip6:"), ("include=", "include:"), ("a=", "a:"), ("mx=", "mx:"), ("ip:", "ip4:"),
        ("redirect:", "redirect="), ("exp:", "exp="),
    ];

    /// <summary>A record for a domain that has none.</summary>
    /// <param name="addresses">Hosts that may send.</param>
    public static string New(IEnumerable<IPAddress> addresses) => Join([.. addresses.Select(Term), DefaultEnd]);

    /// <summary>A record with hosts added before its end.</summary>
    /// <param name="record">The record, right or repaired.</param>
    /// <param name="addresses">Hosts that may send.</param>
    public static string Allow(string record, IEnumerable<IPAddress> addresses)
    {
        List<string> terms = Terms(record);
        int end = terms.FindIndex(IsEnd);
        terms.InsertRange(end < 0 ? terms.Count : end, addresses.Select(Term).Except(terms, StringComparer.OrdinalIgnoreCase));
        return Join(terms);
    }

    /// <summary>A record with a provider's include added before its end.</summary>
    /// <param name="record">The record, right or repaired.</param>
    /// <param name="domain">Domain of the include.</param>
    public static string Include(string record, string domain)
    {
        List<string> terms = Terms(record);
        string include = "include:" + domain;
        int end = terms.FindIndex(IsEnd);
        if (!terms.Contains(include, StringComparer.OrdinalIgnoreCase))
            terms.Insert(end < 0 ? terms.Count : end, include);
        return Join(terms);
    }

    /// <summary>A record without some of its terms; one that loses its end gets a soft one.</summary>
    /// <param name="record">The record.</param>
    /// <param name="dead">The terms, as written.</param>
    public static string Without(string record, IReadOnlyCollection<string> dead)
    {
        List<string> terms = Terms(record);
        bool hadEnd = terms.Exists(IsEnd);
        terms.RemoveAll(dead.Contains);
        return Join(hadEnd && !terms.Exists(IsEnd) ? [.. terms, DefaultEnd] : terms);
    }

    /// <summary>One record out of several: all their terms once, and one end, that of the first which has one.</summary>
    public static string Merge(IReadOnlyList<string> records)
    {
        string[] all = [.. records.SelectMany(Terms)];
        string end = Array.Find(all, IsEnd) ?? DefaultEnd;
        return Join([.. all.Where(term => !IsEnd(term)).Distinct(StringComparer.OrdinalIgnoreCase), end]);
    }

    /// <summary>A record with its usual writing mistakes mended; null when a term is wrong in another way.</summary>
    public static string? Mend(string record)
    {
        List<string> mended = [];
        foreach (string term in Terms(record.Replace('\t', ' ').Replace('\u00a0', ' ')))
        {
            if (MendTerm(term) is not { } right)
                return null;
            mended.Add(right);
        }

        return Join(mended);
    }

    /// <summary>A record in which terms that need lookups of the domain's own hosts are written as addresses, and ptr is gone.</summary>
    /// <param name="record">The record.</param>
    /// <param name="addressesOf">The addresses that a term stands for; null for a term that stays.</param>
    public static string Flatten(string record, Func<string, IReadOnlyList<IPAddress>?> addressesOf)
    {
        List<string> flat = [];
        foreach (string term in Terms(record))
        {
            if (term.TrimStart('+', '?', '~', '-').StartsWith("ptr", StringComparison.OrdinalIgnoreCase))
                continue;
            if (addressesOf(term) is { } addresses)
                flat.AddRange(addresses.Select(Term));
            else
                flat.Add(term);
        }

        return Join([.. flat.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static string? MendTerm(string term)
    {
        string plain = term.Trim('"', '\'', ',', ';');
        (string wrong, string right) = Array.Find(Mistakes, mistake => plain.StartsWith(mistake.Wrong, StringComparison.OrdinalIgnoreCase));
        string[] tries = wrong is null ? [plain] : [right + plain[wrong.Length..], plain];
        return Array.Find(tries, candidate => candidate.Length > 0 && SpfTermParser.TryParse(candidate, out SpfTerm? parsed, out _) && IsMeant(parsed, candidate));
    }

    /// <summary>"ip4=x" parses as an unknown modifier, which nobody means.</summary>
    private static bool IsMeant(SpfTerm parsed, string written) =>
        parsed.Kind != SpfTermKind.UnknownModifier || !Array.Exists(Mistakes, mistake => written.StartsWith(mistake.Wrong, StringComparison.OrdinalIgnoreCase));

    private static bool IsEnd(string term) =>
        term.TrimStart('+', '-', '~', '?').Equals("all", StringComparison.OrdinalIgnoreCase) || term.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase);

    private static List<string> Terms(string record) => [.. record[Version.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Term(IPAddress address) => (address.AddressFamily == AddressFamily.InterNetwork ? "ip4:" : "ip6:") + address;

    private static string Join(IEnumerable<string> terms) => string.Join(' ', terms.Prepend(Version));
}

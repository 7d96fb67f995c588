namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>Whose address is wanted: by whole address, by domain, or both; without regard to case.</summary>
/// <param name="emails">Addresses with wildcards; none means everybody.</param>
/// <param name="domains">Domains with wildcards; an @ in front is passed over. None means everybody.</param>
internal sealed class AddressFilter(IEnumerable<string> emails, IEnumerable<string> domains)
{
    // A server takes about 8 KB of address; escaped, three characters stand for one.
    private const int LongestCondition = 2000;

    /// <summary>Everybody.</summary>
    public static AddressFilter All { get; } = new([], []);

    /// <summary>What the whole address has to match.</summary>
    public PatternSet Emails { get; } = new(emails);

    /// <summary>What has to match what stands after the last @.</summary>
    public PatternSet Domains { get; } = new(domains.Select(text => text.TrimStart('@')));

    /// <summary>What stands after the last @ of a column, in SQL.</summary>
    public static string DomainOf(string column) => $"substring({column} from '[^@]*$')";

    /// <summary>True when this address is wanted.</summary>
    public bool Takes(string email) => Emails.IsMatch(email) && Domains.IsMatch(email[(email.LastIndexOf('@') + 1)..]);

    /// <summary>
    /// The same as a condition of SQL on subscribers.email, for the API, which takes no parameters; null for everybody, or when it is too long for an address:
    /// then people are chosen here.
    /// </summary>
    public string? Condition()
    {
        string[] conditions =
        [
            .. Emails.IsEmpty ? Array.Empty<string>() : [Written(Emails, "subscribers.email")],
            .. Domains.IsEmpty ? Array.Empty<string>() : [Written(Domains, DomainOf("subscribers.email"))],
        ];
        string all = string.Join(" AND ", conditions);
        return all.Length is 0 or > LongestCondition ? null : all;
    }

    private static string Written(PatternSet set, string value) =>
        set.Condition(value, string.Join(", ", set.Names.Select(name => $"lower({Quoted(name)})")), Quoted(set.Expression ?? ""));

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

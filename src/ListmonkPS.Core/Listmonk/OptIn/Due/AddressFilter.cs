namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>Whose address is wanted: by whole address, by domain, or both; without regard to case.</summary>
internal sealed class AddressFilter
{
    private readonly NamePattern[] _emails;
    private readonly NamePattern[] _domains;

    /// <summary>Reads the patterns; no pattern means everybody.</summary>
    /// <param name="emails">Addresses with wildcards.</param>
    /// <param name="domains">Domains with wildcards; an @ in front is passed over.</param>
    public AddressFilter(IEnumerable<string> emails, IEnumerable<string> domains)
    {
        _emails = [.. emails.Select(text => new NamePattern(text))];
        _domains = [.. domains.Select(text => new NamePattern(text.TrimStart('@')))];
    }

    /// <summary>Everybody.</summary>
    public static AddressFilter All { get; } = new([], []);

    /// <summary>Regular expression, as PostgreSQL reads it, of the whole address; null for any.</summary>
    public string? EmailExpression => ExpressionOf(_emails);

    /// <summary>Regular expression, as PostgreSQL reads it, of what stands after the last @; null for any.</summary>
    public string? DomainExpression => ExpressionOf(_domains);

    /// <summary>True when this address is wanted.</summary>
    public bool Takes(string email) =>
        (_emails.Length == 0 || _emails.Any(pattern => pattern.IsMatch(email)))
        && (_domains.Length == 0 || _domains.Any(pattern => pattern.IsMatch(email[(email.LastIndexOf('@') + 1)..])));

    /// <summary>The same as a condition of SQL on subscribers.email, for the API, which takes no parameters; null for everybody.</summary>
    public string? Condition()
    {
        string[] conditions =
        [
            .. EmailExpression is { } email ? [$"subscribers.email ~* {Quoted(email)}"] : Array.Empty<string>(),
            .. DomainExpression is { } domain ? [$"substring(subscribers.email from '[^@]*$') ~* {Quoted(domain)}"] : Array.Empty<string>(),
        ];
        return conditions.Length == 0 ? null : string.Join(" AND ", conditions);
    }

    private static string? ExpressionOf(NamePattern[] patterns) =>
        patterns.Length == 0 ? null : $"^(?:{string.Join('|', patterns.Select(pattern => pattern.Expression))})$";

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

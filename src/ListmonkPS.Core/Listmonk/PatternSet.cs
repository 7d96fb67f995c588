namespace ListmonkPS.Core.Listmonk;

/// <summary>Several names and patterns, of which one has to match; names without wildcards cost the same however many they are.</summary>
internal sealed class PatternSet
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<NamePattern> _patterns = [];

    /// <summary>Reads them.</summary>
    /// <param name="texts">Names, with PowerShell's wildcards or without.</param>
    /// <exception cref="FailureException">One is no pattern.</exception>
    public PatternSet(IEnumerable<string> texts)
    {
        foreach (NamePattern pattern in texts.Select(text => new NamePattern(text)))
        {
            if (pattern.HasWildcard)
                _patterns.Add(pattern);
            else
                _names.Add(pattern.Name);
        }
    }

    /// <summary>True when there is none, which means any.</summary>
    public bool IsEmpty => _names.Count == 0 && _patterns.Count == 0;

    /// <summary>Those without wildcards; without regard to case.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Those with wildcards as one regular expression of the kind that PostgreSQL reads; null for none.</summary>
    public string? Expression => _patterns.Count == 0 ? null : $"^(?:{string.Join('|', _patterns.Select(pattern => pattern.Expression))})$";

    /// <summary>True when one of them matches, or there is none.</summary>
    public bool IsMatch(string name) => IsEmpty || _names.Contains(name) || _patterns.Exists(pattern => pattern.IsMatch(name));

    /// <summary>The same as a condition of SQL.</summary>
    /// <param name="value">What is matched.</param>
    /// <param name="names">The list of names in lower case, in SQL: a query or values.</param>
    /// <param name="expression">The regular expression, in SQL.</param>
    public string Condition(string value, string names, string expression)
    {
        string[] either =
        [
            .. _names.Count > 0 ? [$"lower({value}) IN ({names})"] : Array.Empty<string>(),
            .. _patterns.Count > 0 ? [$"{value} ~* {expression}"] : Array.Empty<string>(),
        ];
        return either.Length == 1 ? either[0] : $"({string.Join(" OR ", either)})";
    }
}

using System.Text;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk;

/// <summary>A name with PowerShell's wildcards: * ? [ab] [a-z], a backtick before a character that means itself; without regard to case.</summary>
internal sealed class NamePattern
{
    // No name and no address is as long; a longer one is more than a regular expression can hold.
    private const int Longest = 1000;
    private const int ShownLength = 60;

    private readonly Regex? _regex;

    /// <summary>Reads a pattern; a bracket that is not closed means itself.</summary>
    /// <exception cref="FailureException">BadPattern: it is too long, or has a character that no text in PostgreSQL can have.</exception>
    public NamePattern(string text)
    {
        StringBuilder plain = new();
        StringBuilder regex = new(@"\A");
        for (int i = 0; i < text.Length; i++)
        {
            int close = text[i] == '[' ? text.IndexOf(']', i + 1) : -1;
            if (text[i] is '*' or '?' || close > i + 1)
            {
                HasWildcard = true;
                regex.Append(text[i] switch { '*' => ".*", '?' => ".", _ => Set(text[(i + 1)..close]) });
                i = Math.Max(i, close);
                continue;
            }

            if (text[i] == '`' && i + 1 < text.Length) i++;
            plain.Append(text[i]);
            regex.Append(Regex.Escape(text[i].ToString()));
        }

        Name = plain.ToString();
        Expression = regex.ToString(2, regex.Length - 2);
        if (text.Contains('\0', StringComparison.Ordinal) || (HasWildcard && text.Length > Longest))
            throw new FailureException(ParameterFailures.BadPattern(HarmlessText.Of(text, ShownLength), Longest));
        // The engine without backtracking: a pattern of many stars must not take for ever.
        _regex = HasWildcard
            ? new Regex(regex.Append(@"\z").ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)
            : null;
    }

    private NamePattern(string name, string expression) => (Name, Expression) = (name, expression);

    /// <summary>The pattern as a regular expression without anchors, of the kind that .NET and PostgreSQL read alike.</summary>
    public string Expression { get; }

    /// <summary>True when the pattern may match several names.</summary>
    public bool HasWildcard { get; }

    /// <summary>The name that is meant when there is no wildcard.</summary>
    public string Name { get; }

    /// <summary>A pattern in which * ? and [ mean themselves.</summary>
    public static NamePattern Literal(string text) => new(text, Regex.Escape(text));

    /// <summary>True when a name matches.</summary>
    public bool IsMatch(string name) => _regex?.IsMatch(name) ?? Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Set(string characters)
    {
        StringBuilder set = new("[");
        for (int i = 0; i < characters.Length; i++)
        {
            // A dash between two characters in order is a range, elsewhere it means itself.
            bool isRange = characters[i] == '-' && i > 0 && i + 1 < characters.Length && characters[i - 1] <= characters[i + 1];
            if (!isRange && characters[i] is ('\\' or '[' or ']' or '^' or '-')) set.Append('\\');
            set.Append(characters[i]);
        }

        return set.Append(']').ToString();
    }
}

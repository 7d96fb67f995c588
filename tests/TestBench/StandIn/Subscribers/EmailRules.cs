using System.Text.RegularExpressions;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Loaded;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Subscribers;

/// <summary>Which addresses may sign up: well-formed, of a domain that is not blocked, or of one that is allowed (3.1).</summary>
internal sealed partial class EmailRules(LoadedSettings settings)
{
    /// <summary>The address in lower case and without blanks around it.</summary>
    /// <exception cref="RefusalException">400: no address, or one of a domain that may not sign up.</exception>
    public string Clean(string email)
    {
        string clean = email.Trim().ToLowerInvariant();
        if (!Address().IsMatch(clean))
            throw new RefusalException(StatusCodes.Status400BadRequest, "Invalid e-mail.");
        string domain = clean[(clean.LastIndexOf('@') + 1)..];
        IReadOnlyList<string> allowed = settings.Texts("privacy.domain_allowlist");
        bool passes = allowed.Count > 0 ? Matches(allowed, domain) : !Matches(settings.Texts("privacy.domain_blocklist"), domain);
        return passes ? clean : throw new RefusalException(StatusCodes.Status400BadRequest, "The e-mail domain is blocklisted.");
    }

    private static bool Matches(IReadOnlyList<string> domains, string domain) => domains.Any(entry =>
        entry.StartsWith("*.", StringComparison.Ordinal)
            ? domain.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
            : domain.Equals(entry, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\A[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dmarc.Discovery;

/// <summary>A list of public suffixes with its wildcard and exception rules (publicsuffix.org): *.ck, !www.ck.</summary>
/// <param name="rules">The rules; without any that fits, the last label is the suffix.</param>
internal sealed class PublicSuffixes(IEnumerable<string> rules)
{
    private readonly HashSet<string> _rules = new(rules.Select(Normalize), StringComparer.OrdinalIgnoreCase);

    /// <summary>One label more than the public suffix of a domain (RFC 7489 3.2); the domain itself when it is a suffix.</summary>
    public string OrganizationalDomain(string domain) => DomainName.LastLabels(domain, SuffixLabels(domain) + 1);

    private int SuffixLabels(string domain)
    {
        int labels = DomainName.CountLabels(domain);
        for (int count = labels; count > 0; count--)
        {
            string candidate = DomainName.LastLabels(domain, count);
            if (_rules.Contains("!" + candidate))
                return count - 1;
            string parent = DomainName.LastLabels(candidate, count - 1);
            if (_rules.Contains(candidate) || (count > 1 && _rules.Contains("*." + parent)))
                return count;
        }

        return 1;
    }

    private static string Normalize(string rule)
    {
        string text = DomainName.WithoutFinalDot(rule.Trim());
        string mark = text.StartsWith('!') ? "!" : text.StartsWith("*.", StringComparison.Ordinal) ? "*." : "";
        string name = text[mark.Length..];
        return mark + (DomainName.TryNormalizeAny(name) ?? name);
    }
}

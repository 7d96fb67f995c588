using System.Globalization;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Policies.MtaSts;

/// <summary>A policy as read (RFC 8461 3.2).</summary>
/// <param name="Mode">enforce, testing or none.</param>
/// <param name="MaxAge">How long it may be kept.</param>
/// <param name="Hosts">Names of the mail hosts, or *. and a name.</param>
internal sealed record MtaStsPolicy(string Mode, TimeSpan MaxAge, IReadOnlyList<string> Hosts)
{
    private const string Version = "STSv1";
    private const int LongestAge = 31_557_600;
    private const string Wildcard = "*.";

    /// <summary>True when mail is to be held back from hosts that do not fit.</summary>
    public bool IsEnforced => Mode == "enforce";

    /// <summary>Reads a file; null and the first line or key that is wrong.</summary>
    public static (MtaStsPolicy? Policy, string Fault) Parse(string text)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        List<string> hosts = [];
        foreach (string line in text.Split('\n').Select(line => line.TrimEnd('\r', ' ', '\t')).Where(line => line.Length > 0))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                return (null, line);
            string key = line[..colon];
            string value = line[(colon + 1)..].Trim(' ', '\t');
            if (key == "mx")
                hosts.Add(value);
            else
                values.TryAdd(key, value); // of a key that is there twice the first counts
        }

        if (values.GetValueOrDefault("version") != Version)
            return (null, "version");
        if (values.GetValueOrDefault("mode") is not ("enforce" or "testing" or "none") || values["mode"] is not { } mode)
            return (null, "mode");
        if (!int.TryParse(values.GetValueOrDefault("max_age"), NumberStyles.None, CultureInfo.InvariantCulture, out int age) || age > LongestAge)
            return (null, "max_age");
        string? wrong = hosts.Find(host => DomainName.TryNormalizeAny(Name(host)) is null);
        return wrong is not null || (hosts.Count == 0 && mode != "none")
            ? (null, "mx")
            : (new MtaStsPolicy(mode, TimeSpan.FromSeconds(age), hosts), "");
    }

    /// <summary>True when a mail host fits one of the names; a wildcard stands for exactly one label (4.1).</summary>
    public bool Covers(string host) => Hosts.Any(pattern => pattern.StartsWith(Wildcard, StringComparison.Ordinal)
        ? host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && DomainName.AreEqual(host[(dot + 1)..], DomainName.WithoutFinalDot(Name(pattern)))
        : DomainName.AreEqual(host, DomainName.WithoutFinalDot(pattern)));

    private static string Name(string host) => host.StartsWith(Wildcard, StringComparison.Ordinal) ? host[Wildcard.Length..] : host;
}

using System.Globalization;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>Makes the one right MTA-STS or TLS-RPT record out of what is published.</summary>
internal static class TransportRepair
{
    private const int LongestId = 32;

    /// <summary>A TLS-RPT record that keeps every address which can be used (RFC 8460 3).</summary>
    /// <param name="texts">The records that begin with the version.</param>
    /// <param name="domain">Whose postmaster gets the reports where there is no address left.</param>
    public static string TlsRpt(IEnumerable<string> texts, string domain)
    {
        string[] uris = [.. Values(texts, "rua")
            .SelectMany(value => value.Split(','))
            .Select(uri => uri.Trim())
            .Select(uri => uri.Contains(':', StringComparison.Ordinal) ? uri : "mailto:" + uri)
            .Where(uri => TransportPolicy.IsReportUri(uri))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        return $"v=TLSRPTv1; rua={(uris.Length > 0 ? string.Join(',', uris) : "mailto:postmaster@" + domain)}";
    }

    /// <summary>An MTA-STS record with the first id that holds a letter or digit, else one made of the time (RFC 8461 3.1).</summary>
    /// <param name="texts">The records that begin with the version.</param>
    /// <param name="now">The time.</param>
    public static string MtaSts(IEnumerable<string> texts, DateTimeOffset now)
    {
        string? id = Values(texts, "id").Select(value => string.Concat(value.Where(char.IsAsciiLetterOrDigit).Take(LongestId))).FirstOrDefault(value => value.Length > 0);
        return $"v=STSv1; id={id ?? now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)};";
    }

    private static IEnumerable<string> Values(IEnumerable<string> texts, string name) => texts
        .SelectMany(text => text.Split(';'))
        .Select(element => element.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0].Trim() == name)
        .Select(pair => pair[1].Trim());
}

using System.Buffers;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Dns.Dmarc.Records;

/// <summary>Reads the addresses of rua and ruf (RFC 9989 4.8: dmarc-urilist, obs-dmarc-uri).</summary>
internal static partial class DmarcUris
{
    /// <summary>Characters of RFC 3986 but the comma and the exclamation mark, which must be percent-encoded here.</summary>
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@$&'()*+=%");

    /// <summary>The valid URIs of a list without sizes; what is wrong is noted.</summary>
    public static List<string> Read(string? list, List<string> notes)
    {
        List<string> uris = [];
        foreach (string entry in list?.Split(',') ?? [])
        {
            string uri = entry.Trim(' ', '\t');
            Match size = Size().Match(uri);
            if (size.Success)
            {
                notes.Add(DmarcReason.UriSize);
                uri = uri[..size.Index];
            }

            if (IsUri(uri))
                uris.Add(uri);
            else
                notes.Add(DmarcReason.UriInvalid);
        }

        return uris;
    }

    /// <summary>Host of a mailto URI; null for other schemes.</summary>
    public static string? MailHost(string uri)
    {
        if (!IsMail(uri))
            return null;
        int question = uri.IndexOf('?', StringComparison.Ordinal);
        string address = question < 0 ? uri : uri[..question];
        return address[(address.LastIndexOf('@') + 1)..];
    }

    private static bool IsUri(string uri)
    {
        int colon = uri.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && colon < uri.Length - 1
            && Scheme().IsMatch(uri.AsSpan(0, colon))
            && !uri.AsSpan().ContainsAnyExcept(Allowed)
            && !BadEscape().IsMatch(uri)
            && (!IsMail(uri) || (MailHost(uri) is { Length: > 0 } host && host.Length < uri.Length - colon - 2));
    }

    private static bool IsMail(string uri) => uri.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("![0-9]+[kmgtKMGT]?$")]
    private static partial Regex Size();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*$")]
    private static partial Regex Scheme();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})")]
    private static partial Regex BadEscape();
}

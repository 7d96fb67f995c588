using ListmonkPS.Core.Listmonk.Api.Routes;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Connecting.Routes;

/// <summary>Reads the thumbprint of a certificate as browsers, openssl and Windows show it: hex digits, perhaps with colons, blanks or dashes between.</summary>
internal static class ThumbprintText
{
    // Windows' certificate window puts this invisible sign before what is copied from it.
    private const char LeftToRightMark = '\u200E';

    private static readonly string[] Prefixes = ["sha256 fingerprint=", "sha1 fingerprint=", "sha256:", "sha1:"];

    /// <summary>The thumbprint as upper-case hex digits.</summary>
    /// <exception cref="FailureException">It is neither a SHA-256 nor a SHA-1 thumbprint.</exception>
    public static string Parse(string text)
    {
        string trimmed = text.Trim().Trim(LeftToRightMark);
        string? prefix = Prefixes.FirstOrDefault(prefix => trimmed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        string digits = string.Concat(trimmed[(prefix?.Length ?? 0)..].Where(sign => sign is not (':' or ' ' or '-'))).ToUpperInvariant();
        return digits.Length is CertificateRule.Sha256Length or CertificateRule.Sha1Length && digits.All(char.IsAsciiHexDigit)
            ? digits
            : throw new FailureException(RouteFailures.BadThumbprint(HarmlessText.Of(text)));
    }
}

using System.Text;

namespace ListmonkPS.TestBench.StandIn.Access;

/// <summary>User and secret out of an Authorization header.</summary>
internal static class BasicCredentials
{
    /// <summary>Reads the part after "Basic " (RFC 7617); null when it is no base64 with a colon in it.</summary>
    public static (string User, string Secret)? TryDecode(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? TrySplit(Encoding.UTF8.GetString(bytes, 0, length)) : null;
    }

    /// <summary>Parts "user:secret" at the first colon; null when there is none.</summary>
    public static (string User, string Secret)? TrySplit(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is int colon and > 0 ? (text[..colon], text[(colon + 1)..]) : null;
}

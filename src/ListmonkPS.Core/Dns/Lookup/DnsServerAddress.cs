using System.Globalization;
using System.Net;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>Reads what -DnsServer takes: address, address:port or [v6]:port.</summary>
internal static class DnsServerAddress
{
    /// <summary>Port of DNS servers (RFC 1035 4.2).</summary>
    public const int UsualPort = 53;

    /// <summary>Reads one server.</summary>
    /// <exception cref="FailureException">It is none of the three forms.</exception>
    public static IPEndPoint Parse(string text)
    {
        (string address, string? port) = Split(text.Trim());
        return IPAddress.TryParse(address, out IPAddress? ip)
            && HasWholeNotation(ip, address)
            && TryParsePort(port, out int number)
            ? new IPEndPoint(ip, number)
            : throw new FailureException(DnsFailures.DnsServerInvalid(text));
    }

    private static (string Address, string? Port) Split(string text)
    {
        if (text.StartsWith('['))
        {
            int close = text.IndexOf(']', StringComparison.Ordinal);
            string rest = close < 0 ? text : text[(close + 1)..];
            return close < 0 || (rest.Length > 0 && rest[0] != ':') ? ("", null) : (text[1..close], rest.Length > 0 ? rest[1..] : null);
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        bool isVersion6 = colon >= 0 && text.LastIndexOf(':') != colon;
        return colon < 0 || isVersion6 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }

    /// <summary>IPAddress.TryParse takes "1" and "1.2" for addresses; nobody means these.</summary>
    private static bool HasWholeNotation(IPAddress address, string text) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 || text.AsSpan().Count('.') == 3;

    private static bool TryParsePort(string? text, out int port)
    {
        port = UsualPort;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort);
    }
}

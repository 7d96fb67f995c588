using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.Core.Dns.Spf.Records;

/// <summary>Reads addresses and prefix lengths (RFC 7208 5.6 and the cidr-length rules of 5.3).</summary>
internal static class SpfNetworkParser
{
    private const int Octets4 = 4;

    private static readonly SearchValues<char> Version6Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>Adds the network of ip4 or ip6 to a term; null when it is none.</summary>
    /// <param name="term">The term so far.</param>
    /// <param name="argument">What stands after the name, with its colon.</param>
    /// <param name="rule">The rule that is broken.</param>
    public static SpfTerm? AddNetwork(SpfTerm term, string argument, ref string? rule)
    {
        if (argument.Length < 2 || argument[0] != ':')
        {
            rule = SpfSyntaxError.ArgumentMissing;
            return null;
        }

        int slash = argument.IndexOf('/', StringComparison.Ordinal);
        string address = slash < 0 ? argument[1..] : argument[1..slash];
        string? prefix = slash < 0 ? null : argument[(slash + 1)..];
        bool isVersion6 = term.Kind == SpfTermKind.Ip6;
        if ((isVersion6 ? ParseVersion6(address) : ParseVersion4(address)) is not { } network)
        {
            rule = SpfSyntaxError.Network;
            return null;
        }

        int longest = isVersion6 ? SpfTerm.Bits6 : SpfTerm.Bits4;
        if (!TryParsePrefix(prefix, longest, out int length))
        {
            rule = SpfSyntaxError.PrefixLength;
            return null;
        }

        return isVersion6 ? term with { Network = network, Prefix6 = length } : term with { Network = network, Prefix4 = length };
    }

    /// <summary>
    /// Takes dual-cidr-length off the end of an argument; what is left is the domain-spec, which may hold slashes of its own. Null when a
    /// length is out of range.
    /// </summary>
    public static SpfTerm? SplitPrefixes(SpfTerm term, ref string argument, ref string? rule)
    {
        string? prefix6 = TakeDigits(ref argument, "//");
        string? prefix4 = TakeDigits(ref argument, "/");
        if (TryParsePrefix(prefix4, SpfTerm.Bits4, out int length4) && TryParsePrefix(prefix6, SpfTerm.Bits6, out int length6))
            return term with { Prefix4 = length4, Prefix6 = length6 };
        rule = SpfSyntaxError.PrefixLength;
        return null;
    }

    /// <summary>The digits at the end of a text when the mark stands before them, taken off with the mark; null when there are none.</summary>
    private static string? TakeDigits(ref string text, string mark)
    {
        int start = text.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1;
        if (start == text.Length || !text.AsSpan(0, start).EndsWith(mark, StringComparison.Ordinal))
            return null;
        string digits = text[start..];
        text = text[..(start - mark.Length)];
        return digits;
    }

    /// <summary>"0" or a number without leading zeros, within the range.</summary>
    private static bool TryParsePrefix(string? text, int longest, out int length)
    {
        length = longest;
        return text is null
            || (text is "0" or [>= '1' and <= '9', ..]
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length)
                && length <= longest);
    }

    /// <summary>Four qnums: 0 to 255 without leading zeros (5.6, 12).</summary>
    private static IPAddress? ParseVersion4(string text)
    {
        string[] parts = text.Split('.');
        if (parts.Length != Octets4)
            return null;
        byte[] octets = new byte[Octets4];
        for (int index = 0; index < Octets4; index++)
        {
            if (parts[index] is not ("0" or [>= '1' and <= '9', ..]) || !byte.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out octets[index]))
                return null;
        }

        return new IPAddress(octets);
    }

    /// <summary>The text forms of RFC 4291 2.2; no zone, no brackets.</summary>
    private static IPAddress? ParseVersion6(string text) =>
        !text.AsSpan().ContainsAnyExcept(Version6Characters)
        && IPAddress.TryParse(text, out IPAddress? address)
        && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address
            : null;
}

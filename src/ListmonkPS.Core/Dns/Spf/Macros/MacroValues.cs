using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ListmonkPS.Core.Dns.Spf.Macros;

/// <summary>What the macro letters stand for in one place of one check (RFC 7208 7.2).</summary>
internal sealed record MacroValues
{
    /// <summary>Value of p where no name is validated, and of r where the checking host is not told.</summary>
    public const string Unknown = "unknown";

    /// <summary>s: the sender, with local part.</summary>
    public required string Sender { get; init; }

    /// <summary>l: local part of the sender.</summary>
    public required string LocalPart { get; init; }

    /// <summary>o: domain of the sender.</summary>
    public required string SenderDomain { get; init; }

    /// <summary>d: the domain being checked; changes with include and redirect.</summary>
    public required string Domain { get; init; }

    /// <summary>i, c, v: the client's address, never an IPv4-mapped one.</summary>
    public required IPAddress Client { get; init; }

    /// <summary>h: what the client said in HELO or EHLO.</summary>
    public required string Hello { get; init; }

    /// <summary>p: the client's validated name.</summary>
    public string ValidatedName { get; init; } = Unknown;

    /// <summary>t: time of the check.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The value of a letter in lower case.</summary>
    public string Of(char letter) => letter switch
    {
        's' => Sender,
        'l' => LocalPart,
        'o' => SenderDomain,
        'd' => Domain,
        'i' => DottedAddress(Client),
        'p' => ValidatedName,
        'v' => Client.AddressFamily == AddressFamily.InterNetwork ? "in-addr" : "ip6",
        'h' => Hello,
        'c' => Client.ToString(),
        'r' => Unknown,
        't' => Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, null),
    };

    /// <summary>Dotted quad, or 32 hexadecimal digits with dots between (7.3).</summary>
    public static string DottedAddress(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return address.ToString();
        StringBuilder dotted = new(63);
        foreach (byte octet in address.GetAddressBytes())
        {
            if (dotted.Length > 0)
                dotted.Append('.');
            dotted.Append(CultureInfo.InvariantCulture, $"{octet >> 4:X}.{octet & 15:X}");
        }

        return dotted.ToString();
    }
}

using System.Net;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>What the topmost Received field tells: it was written by the receiver itself, so it alone can be trusted (RFC 5321 4.4).</summary>
/// <param name="Address">Address that handed the mail over; null when the field does not tell.</param>
/// <param name="HelloName">What that host said in HELO; null likewise.</param>
internal sealed partial record ReceivedLine(IPAddress? Address, string? HelloName)
{
    /// <summary>Reads the fields of a mail; a delivery within the receiver's own machine is passed over.</summary>
    public static ReceivedLine Read(IEnumerable<(string Name, string Value)> fields)
    {
        foreach ((string _, string value) in fields.Where(field => field.Name.Equals("Received", StringComparison.OrdinalIgnoreCase)))
        {
            Match match = From().Match(value);
            if (match.Success && IPAddress.TryParse(match.Groups["address"].Value, out IPAddress? address) && PublicAddress.IsPublic(address))
                return new ReceivedLine(address, match.Groups["hello"].Value);
        }

        return new ReceivedLine(null, null);
    }

    /// <summary>from hello (name [192.0.2.1]) by ..., with or without "IPv6:" and name.</summary>
    [GeneratedRegex(@"^\s*from\s+(?<hello>\S+)\s+\([^)\[]*\[(?:IPv6:)?(?<address>[0-9A-Fa-f.:]+)\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex From();
}

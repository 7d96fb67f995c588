using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>Tells addresses that receivers can see from those that stay inside a network.</summary>
internal static class PublicAddress
{
    /// <summary>False for loopback, private, link-local, shared and unspecified addresses (RFC 6890).</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return false;
        return address.AddressFamily == AddressFamily.InterNetwork
            ? address.GetAddressBytes() is not ([10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..])
            : !address.IsIPv6LinkLocal && !address.IsIPv6UniqueLocal && !address.IsIPv6SiteLocal;
    }
}

using System.Net;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>Compares addresses by their leading bits.</summary>
internal static class AddressPrefix
{
    private const int LongestAddress = 16;
    private const int BitsAnOctet = 8;

    /// <summary>True when both are of one family and equal in the first bits.</summary>
    public static bool IsShared(IPAddress first, IPAddress second, int bits)
    {
        if (first.AddressFamily != second.AddressFamily)
            return false;
        Span<byte> left = stackalloc byte[LongestAddress];
        Span<byte> right = stackalloc byte[LongestAddress];
        first.TryWriteBytes(left, out int length);
        second.TryWriteBytes(right, out _);
        int octets = Math.Min(bits / BitsAnOctet, length);
        if (!left[..octets].SequenceEqual(right[..octets]))
            return false;
        int rest = bits - (octets * BitsAnOctet);
        return rest == 0 || (left[octets] ^ right[octets]) >> (BitsAnOctet - rest) == 0;
    }
}

using System.Formats.Asn1;
using System.Numerics;

namespace ListmonkPS.Core.Dns.Dkim;

/// <summary>A public key as published in p=.</summary>
/// <param name="Bits">RSA: bits of the modulus; Ed25519: 256.</param>
internal sealed record DkimPublicKey(int Bits)
{
    public const string Rsa = "rsa";
    public const string Ed25519 = "ed25519";

    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const int Ed25519Octets = 32;
    private const int BitsAnOctet = 8;
    private const byte Sequence = 0x30;

    /// <summary>Reads base64 without white space; null when it is none. Final padding may be missing (RFC 6376 2.10 makes it optional).</summary>
    public static byte[]? Decode(string base64)
    {
        string padded = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        byte[] octets = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, octets, out int length) ? octets[..length] : null;
    }

    /// <summary>Reads a key of a type; null when the octets are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such type.</exception>
    public static DkimPublicKey? Read(string type, byte[] octets) => type switch
    {
        Rsa => ReadRsa(octets),
        // The bare octets, not wrapped in DER (RFC 8463 4.2).
        Ed25519 => octets.Length == Ed25519Octets ? new DkimPublicKey(Ed25519Octets * BitsAnOctet) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Octets that a cut key should have, by the length that its outermost DER element tells; null when it is whole or no DER.</summary>
    public static int? ExpectedLength(byte[] octets)
    {
        int? told = octets switch
        {
            [Sequence, < 0x80 and var length, ..] => length + 2,
            [Sequence, 0x81, var length, ..] => length + 3,
            [Sequence, 0x82, var high, var low, ..] => (high << BitsAnOctet) + low + 4,
            _ => null,
        };
        return told > octets.Length ? told : null;
    }

    /// <summary>A SubjectPublicKeyInfo, as in RFC 6376's own example and in practice, or the bare RSAPublicKey that its 3.6.1 names.</summary>
    private static DkimPublicKey? ReadRsa(byte[] octets)
    {
        try
        {
            AsnReader outer = new(octets, AsnEncodingRules.DER);
            AsnReader sequence = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            if (sequence.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
                return ReadModulus(sequence);
            if (sequence.ReadSequence().ReadObjectIdentifier() != RsaEncryption)
                return null;
            byte[] bits = sequence.ReadBitString(out int unused);
            sequence.ThrowIfNotEmpty();
            AsnReader inner = new(bits, AsnEncodingRules.DER);
            AsnReader key = inner.ReadSequence();
            inner.ThrowIfNotEmpty();
            return unused == 0 ? ReadModulus(key) : null;
        }
        catch (AsnContentException)
        {
            return null; // the reader's only way to say that this is not the structure asked for
        }
    }

    private static DkimPublicKey? ReadModulus(AsnReader key)
    {
        BigInteger modulus = key.ReadInteger();
        BigInteger exponent = key.ReadInteger();
        key.ThrowIfNotEmpty();
        return modulus.Sign > 0 && exponent.Sign > 0 ? new DkimPublicKey((int)modulus.GetBitLength()) : null;
    }
}

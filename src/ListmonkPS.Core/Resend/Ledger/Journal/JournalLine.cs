using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>A record as a line: eight hexadecimal digits of its SHA-256, a blank, JSON, a line feed. A line that was cut or altered does not fit its digits.</summary>
internal static class JournalLine
{
    private const int DigestBytes = 4;
    private const int DigestLength = DigestBytes * 2;

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The line of a record, with its line feed.</summary>
    public static byte[] Write(JournalRecord record)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(record, Options);
        return [.. Encoding.ASCII.GetBytes(Digest(json)), (byte)' ', .. json, (byte)'\n'];
    }

    /// <summary>The record of a line without its line feed; null when it is none, or not as it was written.</summary>
    public static JournalRecord? Read(ReadOnlySpan<byte> line)
    {
        if (line.Length < DigestLength + 3 || line[DigestLength] != ' ')
            return null;
        ReadOnlySpan<byte> json = line[(DigestLength + 1)..];
        if (Encoding.ASCII.GetString(line[..DigestLength]) != Digest(json))
            return null;
        try
        {
            return JsonSerializer.Deserialize<JournalRecord>(json, Options);
        }
        catch (JsonException)
        {
            return null; // as it was written, but by something else
        }
    }

    private static string Digest(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        return Convert.ToHexString(hash[..DigestBytes]);
    }
}

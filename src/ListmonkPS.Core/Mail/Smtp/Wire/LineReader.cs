using System.Buffers;
using System.Text;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Wire;

/// <summary>Reads lines and replies off a stream, within bounds: the other side decides what it sends, not how much of it we keep.</summary>
/// <param name="stream">The stream; not owned.</param>
internal sealed class LineReader(Stream stream)
{
    /// <summary>RFC 5321 section 4.5.3.1.5 allows 512; real servers write longer lines.</summary>
    private const int LongestLine = 8_192;

    /// <summary>More lines than any greeting or EHLO has.</summary>
    private const int MostLines = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _buffer = new byte[4_096];
    private int _start;
    private int _end;

    /// <summary>True when the other side sent more than was asked for.</summary>
    public bool HasPending => _end > _start;

    /// <summary>Reads a whole reply.</summary>
    /// <param name="heard">Is told each line as it comes, so that a reply that never ends is in the transcript.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="WireException">Closed, not a reply, or too long.</exception>
    public async Task<WireReply> ReadReplyAsync(Action<string> heard, CancellationToken cancellation)
    {
        List<string> lines = [];
        while (lines.Count < MostLines)
        {
            string line = await ReadLineAsync(cancellation);
            heard(line);
            if (!IsReplyLine(line, out int code, out bool isLast))
                throw new WireException(WireTrouble.NotSmtp, HarmlessText.Of(line, 60));
            lines.Add(line);
            if (isLast)
                return new WireReply(code, lines);
        }

        throw new WireException(WireTrouble.TooLong);
    }

    private static bool IsReplyLine(string line, out int code, out bool isLast)
    {
        code = 0;
        isLast = line.Length < 4 || line[3] != '-';
        if (line.Length < 3 || !line.AsSpan(0, 3).ContainsOnlyDigits() || (line.Length > 3 && line[3] is not (' ' or '-')))
            return false;
        code = ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + (line[2] - '0');
        return code is >= 200 and < 600;
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        ArrayBufferWriter<byte> line = new(128);
        while (true)
        {
            int length = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start) - _start;
            bool isWhole = length >= 0;
            line.Write(_buffer.AsSpan(_start, isWhole ? length : _end - _start));
            _start = isWhole ? _start + length + 1 : _end;
            if (line.WrittenCount > LongestLine)
                throw new WireException(WireTrouble.TooLong);
            if (isWhole)
                return Decode(line.WrittenSpan);
            await FillAsync(line.WrittenSpan.Length > 0 ? line.WrittenSpan[0] : (byte)0, cancellation);
        }
    }

    private async Task FillAsync(byte first, CancellationToken cancellation)
    {
        _start = 0;
        _end = 0;
        _end = await stream.ReadAsync(_buffer, cancellation);
        // 0x15 begins a TLS alert, 0x16 a handshake record (RFC 8446 section 5.1).
        if (first is 0x15 or 0x16 || (_end > 0 && first == 0 && _buffer[0] is 0x15 or 0x16))
            throw new WireException(WireTrouble.TlsInPlain);
        if (_end == 0)
            throw new WireException(WireTrouble.Closed);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> line = bytes.Length > 0 && bytes[^1] == '\r' ? bytes[..^1] : bytes;
        try
        {
            return StrictUtf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(line);
        }
    }
}

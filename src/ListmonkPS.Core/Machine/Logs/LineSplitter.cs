using System.Buffers;
using System.Text;

namespace ListmonkPS.Core.Machine.Logs;

/// <summary>Makes lines of bytes that come in pieces of any size. A line that does not end is cut at a bound, and the rest of it is dropped.</summary>
/// <param name="mostBytes">Longest line.</param>
internal sealed class LineSplitter(int mostBytes = LineSplitter.UsualBound)
{
    /// <summary>Longer than any honest line: an SMTP reply may stand in it whole.</summary>
    public const int UsualBound = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>Takes a piece.</summary>
    /// <returns>The lines that it ends.</returns>
    public IReadOnlyList<string> Feed(ReadOnlySpan<byte> piece)
    {
        List<string> lines = [];
        while (piece.IndexOf((byte)'\n') is var end and >= 0)
        {
            Keep(piece[..end]);
            lines.Add(Take());
            piece = piece[(end + 1)..];
        }

        Keep(piece);
        return lines;
    }

    /// <summary>The line that was begun and not ended; null for none.</summary>
    public string? Rest() => _line.WrittenCount == 0 ? null : Take();

    private void Keep(ReadOnlySpan<byte> piece)
    {
        int room = mostBytes - _line.WrittenCount;
        _line.Write(piece.Length <= room ? piece : piece[..room]);
    }

    private string Take()
    {
        string line = Encoding.UTF8.GetString(_line.WrittenSpan);
        _line.ResetWrittenCount();
        return line.TrimEnd('\r');
    }
}

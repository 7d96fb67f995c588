using System.Buffers.Binary;

namespace ListmonkPS.Core.Machine.Containers;

/// <summary>
/// Takes Docker's multiplexed stream apart (external contracts 1.4): 8 bytes of head, then so many of one of the streams. A frame is not a line. A length is never
/// trusted with memory: the content is handed on in pieces.
/// </summary>
/// <param name="container">Whose log it is, for the failure.</param>
internal sealed class FrameReader(string container)
{
    private const int HeadLength = 8;
    private const byte SystemError = 3;

    /// <summary>No honest frame is as long: the daemon cuts lines at 16 KiB.</summary>
    private const uint LongestFrame = 16 * 1024 * 1024;

    private readonly byte[] _head = new byte[HeadLength];
    private int _inHead;
    private uint _left;

    /// <summary>Takes a piece of the stream.</summary>
    /// <returns>Number of the stream (1 output, 2 errors) with its bytes, in order.</returns>
    /// <exception cref="FailureException">ContainerLogBroken.</exception>
    public IEnumerable<(byte Stream, ReadOnlyMemory<byte> Bytes)> Feed(ReadOnlyMemory<byte> piece)
    {
        while (piece.Length > 0)
        {
            if (_left == 0)
            {
                int count = Math.Min(HeadLength - _inHead, piece.Length);
                piece[..count].CopyTo(_head.AsMemory(_inHead));
                _inHead += count;
                piece = piece[count..];
                if (_inHead == HeadLength)
                    BeginFrame();
                continue;
            }

            int taken = (int)Math.Min(_left, (uint)piece.Length);
            yield return (_head[0], piece[..taken]);
            _left -= (uint)taken;
            piece = piece[taken..];
        }
    }

    /// <summary>Says that the stream has ended.</summary>
    /// <exception cref="FailureException">It ended within a frame.</exception>
    public void End()
    {
        if (_left > 0 || _inHead > 0)
            throw Broken("log.reason.frame-cut");
    }

    /// <summary>True when the frame in hand holds an error of the daemon, told within the log.</summary>
    public static bool IsSystemError(byte stream) => stream == SystemError;

    private void BeginFrame()
    {
        _inHead = 0;
        _left = BinaryPrimitives.ReadUInt32BigEndian(_head.AsSpan(4));
        if (_head[0] > SystemError || _head[1] != 0 || _head[2] != 0 || _head[3] != 0 || _left > LongestFrame)
            throw Broken("log.reason.frame-odd");
    }

    private FailureException Broken(string reason) => new(LogFailures.ContainerLogBroken(container, Texts.Format(reason)));
}

using System.Net.Sockets;
using System.Text;

namespace ListmonkPS.Core.Mail.Smtp.Wire;

/// <summary>A connection to a mail server: one line out, one reply in, never more of either.</summary>
internal sealed class SmtpWire : IDisposable
{
    private readonly Socket _socket;
    private readonly Transcript _transcript;
    private Stream _stream;
    private LineReader _reader;

    /// <summary>Takes over a connected socket.</summary>
    public SmtpWire(Socket socket, Transcript transcript)
    {
        _socket = socket;
        _transcript = transcript;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new LineReader(_stream);
    }

    /// <summary>True inside TLS.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>False once something went wrong on the wire: then not even QUIT can be said.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>The stream as it is now, for the change to TLS.</summary>
    public Stream Stream => _stream;

    /// <summary>Reads a reply that the server owes.</summary>
    /// <exception cref="WireException">No reply came.</exception>
    public async Task<WireReply> ReceiveAsync(CancellationToken cancellation) =>
        await GuardedAsync(token => _reader.ReadReplyAsync(_transcript.Heard, token), cancellation);

    /// <summary>Sends a line and reads the reply to it.</summary>
    /// <exception cref="WireException">A reply came before, or none came.</exception>
    public async Task<WireReply> AskAsync(SmtpCommand command, CancellationToken cancellation)
    {
        // 421 may come unasked, when the server ends the connection (RFC 5321 section 3.8).
        if (await EarlyReplyAsync(cancellation) is { } early)
            return early;
        _transcript.Said(command.Shown);
        await SendAsync(command.Line + "\r\n", cancellation);
        return await ReceiveAsync(cancellation);
    }

    /// <summary>Sends text as it is.</summary>
    public async Task SendAsync(string text, CancellationToken cancellation) => await GuardedAsync(
        async token =>
        {
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), token);
            await _stream.FlushAsync(token);
            return true;
        },
        cancellation);

    /// <summary>Refuses to go on when the server has sent more than it was asked for.</summary>
    /// <exception cref="WireException">It has.</exception>
    public void RefuseEarlyBytes()
    {
        if (!_reader.HasPending && _socket.Available == 0)
            return;
        IsUsable = false;
        throw new WireException(WireTrouble.EarlyReply);
    }

    /// <summary>Goes on inside TLS; what was read in the clear is forgotten (RFC 3207 section 4.2).</summary>
    public void Encrypt(Stream encrypted)
    {
        _stream = encrypted;
        _reader = new LineReader(encrypted);
        IsEncrypted = true;
    }

    /// <summary>Notes that the connection cannot be used any further.</summary>
    public void Abandon() => IsUsable = false;

    public void Dispose() => _stream.Dispose();

    private async Task<WireReply?> EarlyReplyAsync(CancellationToken cancellation)
    {
        // Inside TLS waiting bytes may be a session ticket and no data at all.
        if (!_reader.HasPending && (IsEncrypted || _socket.Available == 0))
            return null;
        WireReply reply = await ReceiveAsync(cancellation);
        if (reply.Code == 421)
            return reply;
        IsUsable = false;
        throw new WireException(WireTrouble.EarlyReply);
    }

    private async Task<T> GuardedAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        bool isDone = false;
        try
        {
            T result = await work(cancellation);
            isDone = true;
            return result;
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new WireException(WireTrouble.Closed, inner: exception);
        }
        finally
        {
            IsUsable &= isDone;
        }
    }
}

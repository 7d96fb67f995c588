using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace ListmonkPS.TestBench.Smtp;

/// <summary>One client's conversation with the scripted server.</summary>
internal sealed class ScriptedConversation(NetworkStream plain, SmtpScript script, SmtpRecord record, int number) : IAsyncDisposable
{
    private readonly List<byte> _read = [];
    private Stream _stream = plain;
    private int _messagesHere;

    /// <summary>True inside TLS.</summary>
    public bool IsEncrypted => _stream is SslStream;

    /// <summary>Talks until either side has had enough.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        try
        {
            if (script.IsImplicitTls)
                await EncryptAsync(end);
            await TakeTurnAsync(ScriptStep.Banner, "", "220 mail.example.org ESMTP Scripted", end);
            ScriptedCommands commands = new(this, script);
            while (await ReadLineAsync(end) is { } line)
                await commands.AnswerAsync(line, end);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or AuthenticationException or ObjectDisposedException or ConversationEndedException)
        {
            // The client went, the bench ends, or the script says so.
        }
    }

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <summary>The next line; null when the client went or was silent for too long.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken end)
    {
        using CancellationTokenSource idle = CancellationTokenSource.CreateLinkedTokenSource(end);
        idle.CancelAfter(script.IdleLimit ?? Timeout.InfiniteTimeSpan);
        byte[] one = new byte[1];
        _read.Clear();
        while (await _stream.ReadAsync(one, idle.Token) == 1)
        {
            if (one[0] != '\n')
            {
                _read.Add(one[0]);
                continue;
            }

            string line = Encoding.UTF8.GetString([.. _read]).TrimEnd('\r');
            record.Heard(number, line, IsEncrypted);
            return line;
        }

        return null;
    }

    /// <summary>The server's turn: the script's answer, or the usual one.</summary>
    /// <param name="step">Whose turn it is.</param>
    /// <param name="line">What the client said.</param>
    /// <param name="usual">The usual answer.</param>
    /// <param name="end">Ends it.</param>
    /// <param name="before">Done before the usual is said: who has heard it finds it done.</param>
    /// <returns>True when the usual was said.</returns>
    public async Task<bool> TakeTurnAsync(ScriptStep step, string line, string usual, CancellationToken end, Action? before = null)
    {
        int here = record.Counted(number, step);
        ScriptTurn turn = new(step, line, number, record.Count(step), here, record.MessageCount, _messagesHere);
        ScriptAnswer? instead = script.Instead(turn);
        if (instead is null)
            before?.Invoke();
        await SpeakAsync(instead ?? ScriptAnswer.Say(usual) with { Pause = script.Pause }, end);
        return instead is null;
    }

    /// <summary>Keeps a message.</summary>
    public void Take(string message)
    {
        _messagesHere++;
        record.Took(message);
    }

    /// <summary>Changes to TLS.</summary>
    public async Task EncryptAsync(CancellationToken end)
    {
        record.Counted(number, ScriptStep.Handshake);
        if (script.Instead(new ScriptTurn(ScriptStep.Handshake, "", number, record.Count(ScriptStep.Handshake), 1, 0, 0)) is { } instead)
        {
            // A real server speaks only after the client's hello.
            if (await _stream.ReadAsync(new byte[16_384], end) == 0)
                throw new ConversationEndedException();
            await SpeakAsync(instead, end);
            throw new ConversationEndedException();
        }

        SslStream encrypted = new(_stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = script.Certificate }, end);
        _stream = encrypted;
    }

    private async Task SpeakAsync(ScriptAnswer answer, CancellationToken end)
    {
        foreach (byte[] piece in answer.Pieces)
        {
            if (answer.Pause > TimeSpan.Zero)
                await Task.Delay(answer.Pause, end);
            await _stream.WriteAsync(piece, end);
            await _stream.FlushAsync(end);
        }

        switch (answer.End)
        {
            case ScriptAnswer.Ending.Close:
                throw new ConversationEndedException();
            case ScriptAnswer.Ending.Abort:
                plain.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
                plain.Socket.Close();
                throw new ConversationEndedException();
            case ScriptAnswer.Ending.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, end);
                break;
            default:
                break;
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.TestBench.Smtp;

/// <summary>A mail server on loopback that does what it is told, also what no real one would do on demand.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly SmtpScript _script;
    private readonly Task _accepting;

    private ScriptedSmtpServer(SmtpScript script)
    {
        _script = script;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What it saw.</summary>
    public SmtpRecord Record { get; } = new();

    /// <summary>Starts one.</summary>
    public static ScriptedSmtpServer Start(SmtpScript script) => new(script);

    /// <summary>Starts a good one in the clear that does something else at its turns.</summary>
    public static ScriptedSmtpServer Start(Func<ScriptTurn, ScriptAnswer?> instead) => new(new SmtpScript { Instead = instead });

    /// <summary>Closes it and every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> conversations = [];
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_end.Token);
                socket.NoDelay = true;
                conversations.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using ScriptedConversation conversation = new(socket, _script, Record, Record.Connected());
        await conversation.RunAsync(_end.Token);
    }
}

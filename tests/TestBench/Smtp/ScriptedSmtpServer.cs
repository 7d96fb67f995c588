using System.Net.Sockets;
using ListmonkPS.TestBench.Network;

namespace ListmonkPS.TestBench.Smtp;

/// <summary>A mail server on loopback that does what it is told, also what no real one would do on demand.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly SmtpScript _script;

    private ScriptedSmtpServer(SmtpScript script)
    {
        _script = script;
        _listener = new LoopbackListener(TalkAsync);
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port => _listener.Port;

    /// <summary>Who may log in.</summary>
    public (string User, string Password) LogIn => (_script.User, _script.Password);

    /// <summary>What it saw.</summary>
    public SmtpRecord Record { get; } = new();

    /// <summary>Starts one.</summary>
    public static ScriptedSmtpServer Start(SmtpScript script) => new(script);

    /// <summary>Starts a good one in the clear that does something else at its turns.</summary>
    public static ScriptedSmtpServer Start(Func<ScriptTurn, ScriptAnswer?> instead) => new(new SmtpScript { Instead = instead });

    /// <summary>Closes it and every connection.</summary>
    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task TalkAsync(NetworkStream stream, CancellationToken end)
    {
        await using ScriptedConversation conversation = new(stream, _script, Record, Record.Connected());
        await conversation.RunAsync(end);
    }
}

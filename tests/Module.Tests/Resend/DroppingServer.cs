using System.Collections.Concurrent;
using ListmonkPS.TestBench.Smtp;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Module.Tests.Resend;

/// <summary>A mail server that counts whom it got a mail for at the final dot, and now and then drops the connection there instead of saying that it took it.</summary>
internal sealed class DroppingServer : IAsyncDisposable
{
    private const int EveryNth = 40;

    private readonly ConcurrentDictionary<int, string> _recipients = new(); // by connection
    private readonly ConcurrentDictionary<string, int> _mails = new();
    private readonly ScriptedSmtpServer _server;
    private int _messages;

    /// <summary>Starts one.</summary>
    public DroppingServer() => _server = ScriptedSmtpServer.Start(new SmtpScript { Instead = Answer, Offers = ["SMTPUTF8"] }); // some people have such addresses

    /// <summary>How many mails each address got.</summary>
    public IReadOnlyDictionary<string, int> Mails => _mails;

    /// <summary>How many connections it dropped.</summary>
    public int Drops => _messages / EveryNth;

    /// <summary>Has a server send its mails through here.</summary>
    public Task<int> ServeAsync(World world, CancellationToken cancellation) => world.NameMailServerAsync(_server, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ScriptAnswer? Answer(ScriptTurn turn)
    {
        if (turn.Step == ScriptStep.RcptTo)
            _recipients[turn.Connection] = turn.Line[(turn.Line.IndexOf('<', StringComparison.Ordinal) + 1)..turn.Line.IndexOf('>', StringComparison.Ordinal)];
        if (turn.Step != ScriptStep.Message)
            return null;
        _mails.AddOrUpdate(_recipients[turn.Connection], 1, (_, count) => count + 1);
        return Interlocked.Increment(ref _messages) % EveryNth == 0 ? ScriptAnswer.Closed : null;
    }
}

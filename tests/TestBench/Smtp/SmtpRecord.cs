using System.Collections.Concurrent;

namespace ListmonkPS.TestBench.Smtp;

/// <summary>What a scripted server saw.</summary>
public sealed class SmtpRecord
{
    private readonly ConcurrentQueue<(int Connection, string Line, bool IsEncrypted)> _lines = new();
    private readonly ConcurrentQueue<string> _messages = new();
    private readonly ConcurrentDictionary<(int Connection, ScriptStep Step), int> _counts = new();
    private readonly ConcurrentDictionary<ScriptStep, int> _totals = new();
    private int _connections;

    /// <summary>Connections made.</summary>
    public int Connections => _connections;

    /// <summary>Every line of every client, in order.</summary>
    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.Line)];

    /// <summary>The lines that came in the clear.</summary>
    public IReadOnlyList<string> LinesInTheClear => [.. _lines.Where(line => !line.IsEncrypted).Select(line => line.Line)];

    /// <summary>Messages taken.</summary>
    public IReadOnlyList<string> Messages => [.. _messages];

    /// <summary>How often a step had its turn.</summary>
    public int Count(ScriptStep step) => _totals.GetValueOrDefault(step);

    internal int Connected() => Interlocked.Increment(ref _connections);

    internal void Heard(int connection, string line, bool isEncrypted) => _lines.Enqueue((connection, line, isEncrypted));

    internal void Took(string message) => _messages.Enqueue(message);

    internal int MessageCount => _messages.Count;

    internal int Counted(int connection, ScriptStep step)
    {
        _totals.AddOrUpdate(step, 1, (_, count) => count + 1);
        return _counts.AddOrUpdate((connection, step), 1, (_, count) => count + 1);
    }
}

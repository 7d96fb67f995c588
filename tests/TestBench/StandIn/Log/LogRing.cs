using System.Globalization;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.TestBench.StandIn.Log;

/// <summary>The last 5000 log lines of a process, in memory only: a reload starts an empty one (G24; format: contract 6.4).</summary>
internal sealed class LogRing(Quirks quirks, TimeProvider time)
{
    private const int Capacity = 5000;
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    /// <summary>All lines, oldest first; a copy.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>Adds a line with the stamp of the version.</summary>
    /// <param name="place">Source file and line as the server would name it, for example <c>init.go:140</c>.</param>
    /// <param name="text">The message.</param>
    public void Write(string place, string text)
    {
        string format = quirks.LogHasMicroseconds ? "yyyy/MM/dd HH:mm:ss.ffffff" : "yyyy/MM/dd HH:mm:ss";
        string stamp = time.GetLocalNow().ToString(format, CultureInfo.InvariantCulture);
        lock (_lock)
        {
            _lines.Enqueue($"{stamp} {place}: {text}");
            if (_lines.Count > Capacity)
                _lines.Dequeue();
        }
    }
}

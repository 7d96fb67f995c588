using System.Collections.Concurrent;
using System.Net.Sockets;
using ListmonkPS.TestBench.Network;

namespace ListmonkPS.TestBench.Smtp.Real;

/// <summary>A policy service of Postfix (SMTPD_POLICY_README) that refuses each sender and recipient the first time.</summary>
internal sealed class GreylistPolicy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly LoopbackListener _listener;

    /// <summary>Starts it.</summary>
    public GreylistPolicy() => _listener = new LoopbackListener(ServeAsync);

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port => _listener.Port;

    /// <summary>Ends it.</summary>
    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    /// <summary>Postfix closes when it has no further question.</summary>
    private async Task ServeAsync(NetworkStream stream, CancellationToken end)
    {
        using StreamReader reader = new(stream);
        await using StreamWriter writer = new(stream) { AutoFlush = true };
        Dictionary<string, string> request = [];
        while (await reader.ReadLineAsync(end) is { } line)
        {
            if (line.Length > 0)
            {
                string[] pair = line.Split('=', 2);
                request[pair[0]] = pair.ElementAtOrDefault(1) ?? "";
                continue;
            }

            bool isNew = _seen.TryAdd($"{request.GetValueOrDefault("sender")} {request.GetValueOrDefault("recipient")}", true);
            await writer.WriteAsync(isNew ? "action=DEFER_IF_PERMIT 4.2.0 Greylisted, please come back\n\n" : "action=DUNNO\n\n");
            request.Clear();
        }
    }
}

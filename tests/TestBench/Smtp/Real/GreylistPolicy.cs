using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.TestBench.Smtp.Real;

/// <summary>A policy service of Postfix (SMTPD_POLICY_README) that refuses each sender and recipient the first time.</summary>
internal sealed class GreylistPolicy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly Task _accepting;

    /// <summary>Starts it.</summary>
    public GreylistPolicy()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> calls = [];
        try
        {
            while (true)
                calls.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient connection = client;
        using StreamReader reader = new(connection.GetStream());
        await using StreamWriter writer = new(connection.GetStream()) { AutoFlush = true };
        Dictionary<string, string> request = [];
        try
        {
            while (await reader.ReadLineAsync(_end.Token) is { } line)
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
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // Postfix closes when it has no further question.
        }
    }
}

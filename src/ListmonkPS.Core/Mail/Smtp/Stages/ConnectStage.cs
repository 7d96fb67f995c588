using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Mail.Smtp.Wire;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Connects to the first address that answers; each next one gets its turn a moment later, without waiting for the one before (RFC 8305).</summary>
internal static class ConnectStage
{
    /// <summary>RFC 8305 section 5 recommends 250 ms.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);

    /// <summary>Connects.</summary>
    public static async Task<StageOutcome> RunAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        if (dialogue.Target.Port is < 1 or > 65_535)
            return StageOutcome.Fail(Texts.Format("smtp.trouble.no-such-port", dialogue.Target.Port), StageVerdict.Client("Refused"));
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        List<Task<Attempt>> open = [];
        List<Attempt> failed = [];
        foreach (IPAddress address in dialogue.Addresses)
        {
            open.Add(ConnectAsync(address, dialogue.Target.Port, enough.Token));
            if (await FirstAsync(open, failed, HeadStart, dialogue.Time, cancellation) is { } quick)
                return await TakeAsync(dialogue, quick, open, enough);
        }

        return await FirstAsync(open, failed, Timeout.InfiniteTimeSpan, dialogue.Time, cancellation) is { } late
            ? await TakeAsync(dialogue, late, open, enough)
            : Failed(dialogue, failed);
    }

    /// <summary>The first attempt that succeeds within a while; null when none does. Failed ones are moved to their list.</summary>
    private static async Task<Attempt?> FirstAsync(
        List<Task<Attempt>> open, List<Attempt> failed, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        Task pause = Task.Delay(patience, time, cancellation);
        while (open.Count > 0)
        {
            Task done = await Task.WhenAny([.. open, pause]);
            cancellation.ThrowIfCancellationRequested();
            if (done is not Task<Attempt> attempt)
                return null;
            open.Remove(attempt);
            Attempt result = await attempt;
            if (result.Socket is not null)
                return result;
            failed.Add(result);
        }

        return null;
    }

    private static async Task<StageOutcome> TakeAsync(Dialogue dialogue, Attempt winner, List<Task<Attempt>> open, CancellationTokenSource enough)
    {
        dialogue.Address = winner.Address;
        dialogue.Open(new SmtpWire(winner.Socket!, dialogue.Transcript));
        await enough.CancelAsync();
        foreach (Attempt loser in await Task.WhenAll(open))
            loser.Socket?.Dispose();
        dialogue.Transcript.Happened(Texts.Format("smtp.transcript.connected", winner.Address, dialogue.Target.Port));
        return StageOutcome.Pass(winner.Address.ToString());
    }

    private static StageOutcome Failed(Dialogue dialogue, List<Attempt> failed)
    {
        SocketError error = failed.Select(attempt => attempt.Error).DefaultIfEmpty(SocketError.NoData).Last();
        string reasons = string.Join("; ", failed.Select(attempt => $"{attempt.Address}: {SocketTrouble.ReasonOf(attempt.Error, dialogue.Target.Server)}"));
        return StageOutcome.Fail(reasons, error switch
        {
            SocketError.ConnectionRefused => StageVerdict.Client("Refused", RetryAdvice.Later),
            SocketError.TimedOut => StageVerdict.Client("TimedOut", RetryAdvice.Later),
            _ => StageVerdict.Client("Unreachable", RetryAdvice.Later),
        });
    }

    private static async Task<Attempt> ConnectAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
            return new Attempt(address, socket, SocketError.Success);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            return new Attempt(address, null, exception.SocketErrorCode);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            return new Attempt(address, null, SocketError.TimedOut);
        }
    }

    private sealed record Attempt(IPAddress Address, Socket? Socket, SocketError Error);
}

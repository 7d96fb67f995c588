using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Mail.Smtp.Tls;
using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Finds out, on a connection of its own, what a port speaks where it does not speak what was asked for.</summary>
internal static class PortSpeech
{
    /// <summary>True when it does; false when it does not, or when the greeting came meanwhile.</summary>
    /// <param name="dialogue">The conversation.</param>
    /// <param name="greeting">The greeting that is still waited for; it may have failed already.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<bool> IsTlsAsync(Dialogue dialogue, Task<WireReply> greeting, CancellationToken cancellation)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<bool> handshake = ShakesHandsAsync(new IPEndPoint(dialogue.Address!, dialogue.Target.Port), dialogue.Target.Server, enough.Token);
        if (!greeting.IsCompleted)
            await Task.WhenAny(handshake, greeting);
        if (greeting.IsCompletedSuccessfully)
            await enough.CancelAsync();
        return await handshake;
    }

    /// <summary>What a port that answers in the clear offers there; nothing when it does not tell.</summary>
    public static async Task<Capabilities> OffersInTheClearAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        using Socket socket = new(dialogue.Address!.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(dialogue.Address, dialogue.Target.Port), cancellation);
            using SmtpWire wire = new(socket, new Transcript());
            await wire.ReceiveAsync(cancellation);
            WireReply offers = await wire.AskAsync(SmtpCommand.Plain("EHLO " + (HelloStage.CanSay(dialogue.Target.HelloName) ? dialogue.Target.HelloName : "localhost")), cancellation);
            await wire.AskAsync(SmtpCommand.Plain("QUIT"), cancellation);
            return offers.IsPositive ? Capabilities.Of(offers) : Capabilities.None;
        }
        catch (Exception exception) when (exception is SocketException or WireException or OperationCanceledException)
        {
            // What is asked here only adds to what is known already.
            return Capabilities.None;
        }
    }

    private static async Task<bool> ShakesHandsAsync(IPEndPoint place, string host, CancellationToken cancellation)
    {
        using Socket socket = new(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, cancellation);
            TlsSession session = await TlsHandshake.RunAsync(new NetworkStream(socket, ownsSocket: false), host, null, cancellation);
            session.Certificate.Dispose();
            await session.Stream.DisposeAsync();
            return true;
        }
        catch (WireException exception)
        {
            // An alert is TLS too, if an unfriendly answer in it.
            return exception.Trouble == WireTrouble.TlsAlert;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}

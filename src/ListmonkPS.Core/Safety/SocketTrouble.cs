using System.Net.Sockets;

namespace ListmonkPS.Core.Safety;

/// <summary>Says in plain words why a connection did not come about; the system's own words differ from machine to machine.</summary>
internal static class SocketTrouble
{
    /// <summary>The reason, as a text to stand in a sentence.</summary>
    public static string ReasonOf(SocketError error, string host) => error switch
    {
        SocketError.ConnectionRefused => Texts.Format("failure.reason.refused"),
        SocketError.HostNotFound or SocketError.NoData => Texts.Format("failure.reason.no-such-host", HarmlessText.Of(host)),
        SocketError.TryAgain or SocketError.NoRecovery => Texts.Format("failure.reason.lookup-failed", HarmlessText.Of(host)),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown =>
            Texts.Format("failure.reason.no-route"),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => Texts.Format("failure.reason.closed"),
        _ => Texts.Format("failure.reason.network", error),
    };
}

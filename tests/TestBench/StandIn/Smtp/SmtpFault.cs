using System.Net.Sockets;
using ListmonkPS.TestBench.StandIn.Loaded;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ListmonkPS.TestBench.StandIn.Smtp;

/// <summary>Tells a failed SMTP conversation in the words of the server's log (6.3).</summary>
internal static class SmtpFault
{
    /// <summary>The text; null when the exception is no fault of the conversation.</summary>
    public static string? Describe(Exception fault, SmtpBlock block) => fault switch
    {
        SendFailureException => fault.Message,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"dial tcp {block.Host}:{block.Port}: connect: connection refused",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            $"dial tcp: lookup {block.Host}: no such host",
        SocketException => $"dial tcp {block.Host}:{block.Port}: {fault.Message}",
        SmtpCommandException refused => $"{(int)refused.StatusCode} {refused.Message}",
        AuthenticationException => fault.Message.Replace(": ", " ", StringComparison.Ordinal),
        ServiceNotAuthenticatedException => $"530 {fault.Message}",
        SslHandshakeException => "tls: first record does not look like a TLS handshake",
        SmtpProtocolException or IOException => "EOF",
        _ => null,
    };

    /// <summary>Whether another attempt is made in versions that try again: lost connections, never a reply of the server (6.2).</summary>
    public static bool IsRetried(Exception fault) =>
        fault is SocketException or IOException or SmtpProtocolException or SendFailureException { IsConnectFailure: true };
}

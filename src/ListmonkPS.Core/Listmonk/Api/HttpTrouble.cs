using System.Net.Sockets;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Says in plain words why no answer came over HTTP.</summary>
internal static class HttpTrouble
{
    /// <summary>The reason, as a text to stand in a sentence.</summary>
    /// <param name="exception">What the HTTP stack threw.</param>
    /// <param name="host">Host that was called.</param>
    /// <param name="certificateReason">Key of the reason for which the certificate was refused; null when none was.</param>
    public static string ReasonOf(HttpRequestException exception, string host, string? certificateReason)
    {
        string shownHost = HarmlessText.Of(host);
        return exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => Texts.Format("failure.reason.no-such-host", shownHost),
            HttpRequestError.SecureConnectionError => Texts.Format(certificateReason ?? "failure.reason.not-tls"),
            HttpRequestError.ResponseEnded => Texts.Format("failure.reason.closed"),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded =>
                Texts.Format("failure.reason.not-http"),
            _ => SocketErrorOf(exception) is { } error ? SocketTrouble.ReasonOf(error, host) : Texts.Format("failure.reason.closed"),
        };
    }

    private static SocketError? SocketErrorOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
                return socket.SocketErrorCode;
        }

        return null;
    }
}

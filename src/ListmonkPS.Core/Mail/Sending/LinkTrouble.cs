using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Safety;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>Says what the exceptions of a connection mean.</summary>
internal static partial class LinkTrouble
{
    /// <summary>True for what the network, the server or its bad manners cause; anything else is a fault of ours.</summary>
    public static bool IsServers(Exception exception) => exception is
        SmtpCommandException or SmtpProtocolException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException or IOException or SocketException or OperationCanceledException or TimeoutException
        or NotSupportedException or System.Security.Authentication.AuthenticationException or ObjectDisposedException;

    /// <summary>Why there is no connection.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="stage">The step that was under way.</param>
    /// <param name="account">To whom.</param>
    public static Delivery OfConnect(Exception exception, SmtpStageName stage, SmtpAccount account) => exception switch
    {
        SmtpCommandException refused => No(stage, (int)refused.StatusCode, refused.Message),
        AuthenticationException { InnerException: SmtpCommandException refused } => No(SmtpStageName.Auth, (int)refused.StatusCode, refused.Message),
        AuthenticationException login => OfLogIn(login),
        SslHandshakeException or System.Security.Authentication.AuthenticationException =>
            No(SmtpStageName.Certificate, null, Texts.Format("smtp.trouble.sender.tls", account.Host)),
        NotSupportedException => No(stage, null, Texts.Format(
            stage == SmtpStageName.Auth ? "smtp.trouble.sender.no-mechanism" : "smtp.trouble.sender.no-starttls", account.Mechanism)),
        SocketException socket => No(SmtpStageName.Connect, null, SocketTrouble.ReasonOf(socket.SocketErrorCode, account.Host)),
        IOException { InnerException: SocketException socket } => No(stage, null, SocketTrouble.ReasonOf(socket.SocketErrorCode, account.Host)),
        OperationCanceledException or TimeoutException => No(stage, null, Texts.Format("smtp.trouble.sender.silent", account.Timeout.TotalSeconds)),
        _ => No(stage, null, Texts.Format("failure.reason.closed")),
    };

    /// <summary>The step at which a mail was refused.</summary>
    public static SmtpStageName StageOf(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.SenderNotAccepted => SmtpStageName.MailFrom,
        SmtpErrorCode.RecipientNotAccepted => SmtpStageName.RcptTo,
        _ => SmtpStageName.Data,
    };

    private static Delivery No(SmtpStageName stage, int? code, string text) => new(DeliveryEnd.NoConnection, stage, code, text);

    /// <summary>MailKit puts the reply into the text: "535: 5.7.8 ...".</summary>
    private static Delivery OfLogIn(AuthenticationException exception)
    {
        Match match = Reply().Match(exception.Message);
        return match.Success
            ? No(SmtpStageName.Auth, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value)
            : No(SmtpStageName.Auth, null, exception.Message);
    }

    [GeneratedRegex(@"^(\d{3}):? (.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Reply();
}

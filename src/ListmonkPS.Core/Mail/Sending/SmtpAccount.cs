using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Mail.Smtp.Auth;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>The server and log-in that mails are sent by.</summary>
internal sealed record SmtpAccount
{
    /// <summary>Host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Port.</summary>
    public required int Port { get; init; }

    /// <summary>Encryption; what is asked for and not offered is a failure, never left out.</summary>
    public required SmtpTlsMode Tls { get; init; }

    /// <summary>True when any certificate is taken, as with tls_skip_verify.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Authorities to trust instead of those of this machine; null for those.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>Way of logging in.</summary>
    public SmtpAuthMechanism Mechanism { get; init; } = SmtpAuthMechanism.None;

    /// <summary>Log-in; null for none.</summary>
    public AuthSecret? Secret { get; init; }

    /// <summary>Name in EHLO.</summary>
    public string HelloName { get; init; } = "localhost";

    /// <summary>Longest wait for each step of a connection, and for one mail.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Connections at the same time, at most.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>A connection is given up after so many mails: many servers count them (100 is the usual limit).</summary>
    public int MailsPerConnection { get; init; } = 90;

    /// <summary>How it is named: limits belong to the account, whoever sends by it.</summary>
    public string Name => Secret is null ? Host : $"{Host} ({Secret.User})";
}

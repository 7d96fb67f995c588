using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Mail.Smtp.Auth;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>What is asked of a conversation.</summary>
internal sealed record SmtpTarget
{
    /// <summary>Host name or address.</summary>
    public required string Server { get; init; }

    /// <summary>Port.</summary>
    public required int Port { get; init; }

    /// <summary>Encryption.</summary>
    public SmtpTlsMode Tls { get; init; } = SmtpTlsMode.StartTls;

    /// <summary>True when a bad certificate is no reason to stop, as with tls_skip_verify.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Authorities to trust instead of those of this machine; null for those.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>Log-in; null when it is not known (then Auth is skipped) or there is none (then the mechanism is None).</summary>
    public AuthSecret? Secret { get; init; }

    /// <summary>Mechanism; null for the first one offered out of PLAIN, LOGIN, CRAM-MD5.</summary>
    public SmtpAuthMechanism? Mechanism { get; init; }

    /// <summary>Name in EHLO; listmonk says localhost when its setting is empty.</summary>
    public string HelloName { get; init; } = "localhost";

    /// <summary>Sender address; null to stop after the log-in.</summary>
    public string? From { get; init; }

    /// <summary>Recipient address; null for the sender's own.</summary>
    public string? To { get; init; }

    /// <summary>True to send a test mail to the recipient; else nothing is sent.</summary>
    public bool Send { get; init; }

    /// <summary>Longest wait at each step.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}

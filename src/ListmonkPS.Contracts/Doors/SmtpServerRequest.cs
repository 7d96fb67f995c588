using System.Net;

namespace ListmonkPS;

/// <summary>What is asked of a conversation with a mail server that is given by name.</summary>
public sealed record SmtpServerRequest
{
    /// <summary>Host name or address.</summary>
    public required string Server { get; init; }

    /// <summary>Port; null for the usual one of the encryption: 25, 587 or 465.</summary>
    public int? Port { get; init; }

    /// <summary>Encryption; null for the usual one of the port.</summary>
    public SmtpTlsMode? Tls { get; init; }

    /// <summary>User and password; null for no log-in.</summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>Mechanism; null for the first one offered.</summary>
    public SmtpAuthMechanism? Mechanism { get; init; }

    /// <summary>Sender address; null to stop after the log-in.</summary>
    public string? From { get; init; }

    /// <summary>Recipient address; null for the sender's own.</summary>
    public string? To { get; init; }

    /// <summary>True to send a test mail to the recipient.</summary>
    public bool Send { get; init; }

    /// <summary>Name in EHLO; null for localhost, as listmonk says it.</summary>
    public string? HelloName { get; init; }

    /// <summary>True when a bad certificate is no reason to stop.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Longest wait at each step.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}

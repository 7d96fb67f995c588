using System.Net;

namespace ListmonkPS;

/// <summary>What is asked of the conversations with the SMTP blocks of a server's settings.</summary>
public sealed record SmtpBlockRequest
{
    /// <summary>Log-ins for blocks whose password is not known here; each serves the blocks of its user name.</summary>
    public IReadOnlyList<NetworkCredential> Credentials { get; init; } = [];

    /// <summary>Sender address; null for the one of app.from_email.</summary>
    public string? From { get; init; }

    /// <summary>Recipient address; null for the sender's own.</summary>
    public string? To { get; init; }

    /// <summary>True to send a test mail to the recipient.</summary>
    public bool Send { get; init; }

    /// <summary>True to have listmonk send its own test mail too.</summary>
    public bool FromServer { get; init; }

    /// <summary>Name in EHLO; null for that of the block.</summary>
    public string? HelloName { get; init; }

    /// <summary>Longest wait at each step.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}

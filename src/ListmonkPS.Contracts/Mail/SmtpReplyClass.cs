namespace ListmonkPS;

/// <summary>What a reply of a mail server means for who sends. Where two fit equally well, the one further up is taken.</summary>
public enum SmtpReplyClass
{
    /// <summary>Neither words nor codes are known well enough to say.</summary>
    Unknown = 0,

    /// <summary>The server took the command or the message.</summary>
    Accepted,

    /// <summary>No server said it: the client, the network or listmonk itself did.</summary>
    ClientSide,

    /// <summary>Refused the first time only; the same mail passes after a pause.</summary>
    Greylist,

    /// <summary>A trial account may send to verified recipients only.</summary>
    SandboxRecipientNotVerified,

    /// <summary>The account is suspended, paused, under review or not yet activated.</summary>
    AccountSuspended,

    /// <summary>SPF, DKIM or DMARC do not authorise the sender's domain.</summary>
    SenderUnauthorised,

    /// <summary>The server wants an encrypted connection first.</summary>
    TlsRequired,

    /// <summary>The way of logging in is not offered, too weak or switched off.</summary>
    AuthMechanism,

    /// <summary>The account's allowance for a day, a month or a credit is used up.</summary>
    QuotaDaily,

    /// <summary>Too many connections, or too many messages over one of them.</summary>
    ConnectionLimit,

    /// <summary>Too many messages within a short time.</summary>
    RateLimit,

    /// <summary>The log-in is missing or was refused.</summary>
    AuthFailed,

    /// <summary>The recipient's mailbox has no room.</summary>
    MailboxFull,

    /// <summary>The message is too large.</summary>
    Size,

    /// <summary>A name does not resolve as it should: reverse name of the address, HELO name, sender's domain.</summary>
    DnsPtr,

    /// <summary>This log-in may not use this sender address.</summary>
    SenderNotVerified,

    /// <summary>The server does not pass mail on for this client.</summary>
    RelayDenied,

    /// <summary>The recipient does not exist or takes no mail.</summary>
    MailboxUnknown,

    /// <summary>The sending address or domain is on a block list.</summary>
    BlocklistedIp,

    /// <summary>The message's text, links, attachments or headers were refused.</summary>
    ContentRejected,

    /// <summary>A rule of the server or its administrator that fits nowhere else.</summary>
    PolicyOther,

    /// <summary>The server has trouble of its own for the moment.</summary>
    TemporaryServer,
}

namespace ListmonkPS.Core.Mail.Smtp.Wire;

/// <summary>What can go wrong on the wire without a reply of the server.</summary>
internal enum WireTrouble
{
    /// <summary>Nothing came, or not all of it, within the bound of the step.</summary>
    TimedOut,

    /// <summary>The other side closed the connection.</summary>
    Closed,

    /// <summary>What came is not a reply (RFC 5321 section 4.2).</summary>
    NotSmtp,

    /// <summary>A line or a reply does not end within the size that is read.</summary>
    TooLong,

    /// <summary>A reply came before its command: with STARTTLS an injection (RFC 3207 section 6), else a broken server.</summary>
    EarlyReply,

    /// <summary>TLS was begun and the server answered in the clear.</summary>
    PlainInTls,

    /// <summary>We spoke in the clear and the server speaks TLS from the first byte.</summary>
    TlsInPlain,

    /// <summary>The server ended the TLS handshake with an alert.</summary>
    TlsAlert,

    /// <summary>The TLS handshake failed in another way.</summary>
    TlsFailed,
}

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>How far a mail came.</summary>
internal enum DeliveryEnd
{
    /// <summary>The server took it.</summary>
    Taken,

    /// <summary>The server refused it: sender, recipient or message.</summary>
    Refused,

    /// <summary>The mail itself cannot be sent over this server, such as an address with letters beyond ASCII where SMTPUTF8 is not offered (RFC 6531).</summary>
    Unsendable,

    /// <summary>The connection was lost, or the server fell silent, before the final dot can have left: the server has nothing.</summary>
    Lost,

    /// <summary>The same after the final dot may have left: the server may have the mail (RFC 5321 section 4.5.3.2.6, RFC 1047).</summary>
    InDoubt,

    /// <summary>No connection was to be had, or the log-in was refused: no matter of this mail.</summary>
    NoConnection,

    /// <summary>It was cancelled before the final dot can have left.</summary>
    Cancelled,
}

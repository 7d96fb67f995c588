namespace ListmonkPS.Core.Diagnosis.Checks.Smtp;

/// <summary>What can be wrong with the server of an SMTP block, in the order of the conversation: what stands later was not reached.</summary>
internal enum SmtpFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its name does not exist.</summary>
    HostUnknown,

    /// <summary>No connection comes about.</summary>
    Unreachable,

    /// <summary>It does not answer as a mail server does.</summary>
    Silent,

    /// <summary>The encryption of the block is misspelt, so that listmonk takes another one, which the port does not speak.</summary>
    TlsType,

    /// <summary>The encryption of the block is not the one that the port speaks.</summary>
    TlsMode,

    /// <summary>TLS is spoken but does not come about.</summary>
    TlsHandshake,

    /// <summary>The certificate is not good.</summary>
    Certificate,

    /// <summary>The log-in is not offered this way.</summary>
    Mechanism,

    /// <summary>The log-in is refused.</summary>
    LogIn,

    /// <summary>The account is suspended, on trial or not active.</summary>
    Account,

    /// <summary>The sender may not be used.</summary>
    Sender,

    /// <summary>A quota or rate is reached.</summary>
    Limit,

    /// <summary>Mail is not passed on.</summary>
    Relay,

    /// <summary>It refuses the first time.</summary>
    Greylisted,

    /// <summary>The name by which listmonk greets is refused.</summary>
    HelloName,

    /// <summary>The sending address is refused.</summary>
    Blocked,

    /// <summary>It refuses for another reason.</summary>
    Refused,
}

namespace ListmonkPS;

/// <summary>A step of the conversation with a mail server, in the usual order.</summary>
public enum SmtpStageName
{
    /// <summary>The server's name is looked up.</summary>
    Resolve,

    /// <summary>A connection is opened.</summary>
    Connect,

    /// <summary>The server greets.</summary>
    Banner,

    /// <summary>EHLO: who we are and what the server offers. A second one follows the change to TLS.</summary>
    Hello,

    /// <summary>The change to TLS; with implicit TLS it stands before the banner.</summary>
    StartTls,

    /// <summary>The server's certificate is judged.</summary>
    Certificate,

    /// <summary>The log-in.</summary>
    Auth,

    /// <summary>The sender address.</summary>
    MailFrom,

    /// <summary>The recipient address.</summary>
    RcptTo,

    /// <summary>The message itself; only when it was asked for.</summary>
    Data,

    /// <summary>RSET and QUIT.</summary>
    Quit,
}

namespace ListmonkPS.TestBench.Smtp;

/// <summary>A moment at which the scripted server has its turn.</summary>
public enum ScriptStep
{
    /// <summary>A connection was made.</summary>
    Banner,

    /// <summary>EHLO or HELO in the clear.</summary>
    Hello,

    /// <summary>STARTTLS was asked for.</summary>
    StartTls,

    /// <summary>The TLS handshake begins.</summary>
    Handshake,

    /// <summary>EHLO inside TLS.</summary>
    HelloInTls,

    /// <summary>AUTH.</summary>
    Auth,

    /// <summary>The client's last answer in a log-in, or its initial response.</summary>
    LogIn,

    /// <summary>MAIL FROM.</summary>
    MailFrom,

    /// <summary>RCPT TO.</summary>
    RcptTo,

    /// <summary>DATA.</summary>
    Data,

    /// <summary>The final dot.</summary>
    Message,

    /// <summary>RSET.</summary>
    Reset,

    /// <summary>QUIT.</summary>
    Quit,

    /// <summary>Anything else.</summary>
    Other,
}

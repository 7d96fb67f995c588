namespace ListmonkPS;

/// <summary>What a log line is about.</summary>
public enum LogClass
{
    /// <summary>Nothing of what follows.</summary>
    Other,

    /// <summary>The server starts.</summary>
    Start,

    /// <summary>The server does not start.</summary>
    StartFailure,

    /// <summary>The server loads its settings anew, as after a change of them.</summary>
    Reload,

    /// <summary>The program broke off.</summary>
    Panic,

    /// <summary>A mail could not be handed over.</summary>
    SmtpFailure,

    /// <summary>No connection to the mail server was free in the pool.</summary>
    Pool,

    /// <summary>The queue of mails was full, or its workers busy.</summary>
    Queue,

    /// <summary>A mail could not be made from its template.</summary>
    Template,

    /// <summary>The database refused or did not answer.</summary>
    Database,

    /// <summary>The sign-up form refused.</summary>
    SignUp,

    /// <summary>A campaign began, ended or waits.</summary>
    Campaign,

    /// <summary>Bounces are looked for.</summary>
    Bounce,

    /// <summary>A relay took the mail and waits to pass it on; nothing more is in this log.</summary>
    MailQueued,

    /// <summary>A relay passed the mail on.</summary>
    MailSent,

    /// <summary>A relay could not pass the mail on and tries again.</summary>
    MailDeferred,

    /// <summary>A relay gave the mail up.</summary>
    MailBounced,

    /// <summary>A relay did not take the mail.</summary>
    MailRejected,
}

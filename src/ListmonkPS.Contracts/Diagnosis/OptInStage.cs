namespace ListmonkPS;

/// <summary>
/// The chain from a sign-up to a confirmed row, in order. A proved stop at one stage accounts for what is seen missing at a later one.
/// </summary>
public enum OptInStage
{
    /// <summary>The server and its database run and answer.</summary>
    Service,

    /// <summary>Somebody signs up and the row is stored.</summary>
    SignUp,

    /// <summary>listmonk decides that a mail is due.</summary>
    Decision,

    /// <summary>The mail is made from template, link and sender.</summary>
    Composing,

    /// <summary>A mail server is reached and takes the log-in.</summary>
    Connecting,

    /// <summary>The mail server takes the message.</summary>
    Acceptance,

    /// <summary>The message reaches the inbox.</summary>
    Delivery,

    /// <summary>The link in it opens this server.</summary>
    Click,

    /// <summary>The row becomes confirmed.</summary>
    Confirmation,
}

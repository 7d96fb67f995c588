namespace ListmonkPS.TestBench.Control;

/// <summary>What a server does that is no listmonk.</summary>
public enum FaultKind
{
    /// <summary>Answers 200 with a page of HTML, as a parked domain or a proxy's log-in does.</summary>
    Html,

    /// <summary>Takes the connection and never says anything.</summary>
    Silent,

    /// <summary>Answers bytes that are no HTTP.</summary>
    Garbage,

    /// <summary>Answers 302 to another of its own addresses, for ever.</summary>
    Redirect,

    /// <summary>Answers 200 with a JSON text that never ends.</summary>
    Endless,

    /// <summary>Answers 401 to everything.</summary>
    Unauthorized,

    /// <summary>Answers 500 with the head of the request as its message, the credential in it, as a debugging proxy does.</summary>
    Echo,

    /// <summary>Answers 200 with the head of the request as a page, as an echo service does.</summary>
    EchoPage,
}

namespace ListmonkPS;

/// <summary>A conversation with a mail server, step by step, and what its outcome means.</summary>
public sealed record SmtpTest
{
    /// <summary>Host name or address of the mail server.</summary>
    public required string Server { get; init; }

    /// <summary>Port.</summary>
    public int Port { get; init; }

    /// <summary>Encryption that was asked for.</summary>
    public SmtpTlsMode Tls { get; init; }

    /// <summary>Outcome: Pass, Warning, Fail; Skipped when it could not be tried to its end and nothing failed.</summary>
    public CheckStatus Status { get; init; }

    /// <summary>The step that decided the outcome; Quit when all went well.</summary>
    public SmtpStageName Stage { get; init; }

    /// <summary>What the deciding reply means; ClientSide when no server said it; Accepted when all went well.</summary>
    public SmtpReplyClass Class { get; init; }

    /// <summary>Code of the deciding reply; null when there was none.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>Enhanced code of the deciding reply; null when there was none.</summary>
    public string? EnhancedCode { get; init; }

    /// <summary>The deciding reply, or what happened instead of one, in one line.</summary>
    public string ReplyText { get; init; } = "";

    /// <summary>Whose server it is, as far as host, greeting and replies tell; null when they do not.</summary>
    public string? Provider { get; init; }

    /// <summary>What is publicly known of that provider's limits; null for nothing.</summary>
    public SmtpProviderLimits? ProviderLimits { get; init; }

    /// <summary>Whether trying again can help.</summary>
    public RetryAdvice CanRetry { get; init; }

    /// <summary>How long to wait before that; null when there is nothing to wait for or it is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What to do; null when all went well.</summary>
    public CheckRemedy? Remedy { get; init; }

    /// <summary>The steps in their order; the Hello after the change to TLS is a second one.</summary>
    public TextList<SmtpStage> Stages { get; init; } = TextList<SmtpStage>.Empty;

    /// <summary>Time of the whole conversation.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>All addresses of the server, both families.</summary>
    public TextList<string> Addresses { get; init; } = TextList<string>.Empty;

    /// <summary>The address that was connected to; null when none was.</summary>
    public string? Address { get; init; }

    /// <summary>User name of the log-in; null without one.</summary>
    public string? User { get; init; }

    /// <summary>Log-in mechanisms that the server offered last.</summary>
    public TextList<string> Offered { get; init; } = TextList<string>.Empty;

    /// <summary>What the server offered in the clear, as it wrote it.</summary>
    public TextList<string> CapabilitiesBeforeTls { get; init; } = TextList<string>.Empty;

    /// <summary>What the server offered inside TLS, as it wrote it.</summary>
    public TextList<string> Capabilities { get; init; } = TextList<string>.Empty;

    /// <summary>The server's certificate; null without TLS.</summary>
    public SmtpCertificate? Certificate { get; init; }

    /// <summary>The conversation line by line for a support ticket, with credentials left out.</summary>
    public TextList<string> Transcript { get; init; } = TextList<string>.Empty;

    /// <summary>Name or number of the SMTP block of listmonk's settings; null for a server that was given by name.</summary>
    public string? Block { get; init; }

    /// <summary>Name of the session; empty without one.</summary>
    public string Session { get; init; } = "";

    /// <summary>Where it was seen from: this machine, or the server that listmonk runs on.</summary>
    public SmtpViewpoint SeenFrom { get; init; }

    /// <summary>What happened instead of a reply, as a key of the remedies (ClientPlainToTlsPort); null when a reply decided. For checks only.</summary>
    internal string? Trouble { get; init; }

    /// <summary>How many conversations there are of the same settings, this one included; for views only.</summary>
    internal int Siblings { get; init; } = 1;

    /// <summary>True for the first of them: its view carries the head; for views only.</summary>
    internal bool IsFirst { get; init; } = true;
}

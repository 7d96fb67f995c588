namespace ListmonkPS;

/// <summary>One step of the conversation with a mail server.</summary>
public sealed record SmtpStage
{
    /// <summary>Which step.</summary>
    public SmtpStageName Name { get; init; }

    /// <summary>How it went; Skipped when it was not reached or cannot be tried.</summary>
    public CheckStatus Status { get; init; }

    /// <summary>What was sent, without credentials; null when nothing is sent at this step.</summary>
    public string? Command { get; init; }

    /// <summary>Code of the server's reply; null without one.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>Enhanced code of the reply; null without one.</summary>
    public string? EnhancedCode { get; init; }

    /// <summary>The server's words in one line, made harmless; empty without a reply.</summary>
    public string ReplyText { get; init; } = "";

    /// <summary>Time from the beginning of the step to its end; zero when it was not reached.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What was found, in a few words.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Name and outcome.</summary>
    public override string ToString() => ReplyCode is { } code ? $"{Name} {Status} {code}" : $"{Name} {Status}";
}

using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>How a step went.</summary>
/// <param name="Status">Outcome.</param>
/// <param name="Summary">What was found, in a few words.</param>
internal sealed record StageOutcome(CheckStatus Status, string Summary)
{
    /// <summary>The server's reply; null without one.</summary>
    public WireReply? Reply { get; init; }

    /// <summary>What was sent, as it is shown; null for nothing.</summary>
    public string? Command { get; init; }

    /// <summary>What it means when no reply says it; null to take it from the reply.</summary>
    public StageVerdict? Verdict { get; init; }

    /// <summary>True when the conversation can go on.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Passed.</summary>
    /// <param name="summary">What was found.</param>
    /// <param name="command">What was sent.</param>
    /// <param name="reply">The reply.</param>
    public static StageOutcome Pass(string summary, string? command = null, WireReply? reply = null) =>
        new(CheckStatus.Pass, summary) { Command = command, Reply = reply, GoesOn = true };

    /// <summary>Refused by the server: its reply says what it means.</summary>
    /// <param name="command">What was sent.</param>
    /// <param name="reply">The reply.</param>
    public static StageOutcome Refused(string? command, WireReply reply) => new(CheckStatus.Fail, "") { Command = command, Reply = reply };

    /// <summary>Failed without a reply that says so.</summary>
    /// <param name="summary">What was found.</param>
    /// <param name="verdict">What it means.</param>
    /// <param name="command">What was sent.</param>
    public static StageOutcome Fail(string summary, StageVerdict verdict, string? command = null) =>
        new(CheckStatus.Fail, summary) { Command = command, Verdict = verdict };
}

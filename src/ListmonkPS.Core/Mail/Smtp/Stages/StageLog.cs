using ListmonkPS.Core.Mail.Replies.Reading;
using ListmonkPS.Core.Mail.Smtp.Wire;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Runs the steps, each within its bound, and keeps how they went.</summary>
/// <param name="dialogue">The conversation.</param>
internal sealed class StageLog(Dialogue dialogue)
{
    private readonly List<SmtpStage> _stages = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<SmtpStage> Stages => _stages;

    /// <summary>The first step that failed, with how; null while none has.</summary>
    public DecidedStage? Failed { get; private set; }

    /// <summary>The first step that could not be tried; null while there is none.</summary>
    public DecidedStage? Skipped { get; private set; }

    /// <summary>The first step that is worth a warning; null while there is none.</summary>
    public DecidedStage? Warned { get; private set; }

    /// <summary>Runs a step.</summary>
    /// <param name="name">Which.</param>
    /// <param name="step">What it does.</param>
    /// <param name="cancellation">Ends the conversation.</param>
    /// <returns>True when the conversation can go on.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled from outside.</exception>
    public async Task<bool> RunAsync(SmtpStageName name, Func<Dialogue, CancellationToken, Task<StageOutcome>> step, CancellationToken cancellation)
    {
        long start = dialogue.Time.GetTimestamp();
        StageOutcome outcome;
        try
        {
            outcome = await Deadline.RunAsync(
                dialogue.Target.Timeout, dialogue.Time, () => MailFailures.StepTimedOut(name, dialogue.Target.Timeout), token => step(dialogue, token), cancellation);
        }
        catch (FailureException)
        {
            outcome = WireExplanation.Silent(name, dialogue.Target);
        }
        catch (WireException exception)
        {
            outcome = WireExplanation.Of(exception, name, dialogue);
        }

        // Whatever happens when leave is taken decides nothing any more.
        bool isLeaving = name == SmtpStageName.Quit && outcome.Status == CheckStatus.Fail;
        Keep(name, isLeaving ? outcome with { Status = CheckStatus.Warning } : outcome, dialogue.Time.GetElapsedTime(start));
        return outcome.GoesOn;
    }

    /// <summary>Adds the steps that were not reached.</summary>
    /// <param name="names">Steps in their order.</param>
    public void NotReached(params IEnumerable<SmtpStageName> names) =>
        _stages.AddRange(names.Select(name => new SmtpStage { Name = name, Status = CheckStatus.Skipped, Summary = Texts.Format("smtp.stage.not-reached") }));

    private void Keep(SmtpStageName name, StageOutcome outcome, TimeSpan duration)
    {
        ReadReply? reply = outcome.Reply is { } heard ? ReplyReader.ReadBare(dialogue.Transcript.WithoutSecrets(heard.Raw)) : null;
        SmtpStage stage = new()
        {
            Name = name,
            Status = outcome.Status,
            Command = outcome.Command is null ? null : HarmlessText.Of(outcome.Command, HarmlessText.ValueLength),
            ReplyCode = outcome.Reply?.Code,
            EnhancedCode = reply?.Enhanced?.ToString(),
            ReplyText = HarmlessText.Of(reply?.Text, HarmlessText.ValueLength),
            Duration = duration,
            Summary = outcome.Summary,
        };
        _stages.Add(stage);
        if (outcome.Summary.Length > 0 && stage.ReplyCode is null)
            dialogue.Transcript.Happened($"{name}: {outcome.Summary}");
        DecidedStage decided = new(stage, outcome);
        if (name == SmtpStageName.Quit)
            return;
        if (stage.Status == CheckStatus.Fail)
            Failed ??= decided;
        else if (stage.Status == CheckStatus.Skipped)
            Skipped ??= decided;
        else if (stage.Status == CheckStatus.Warning)
            Warned ??= decided;
    }
}

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>A step as it is shown, with how it went.</summary>
/// <param name="Stage">The step.</param>
/// <param name="Outcome">How it went.</param>
internal sealed record DecidedStage(SmtpStage Stage, StageOutcome Outcome);

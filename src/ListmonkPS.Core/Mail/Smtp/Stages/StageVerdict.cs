namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>What a failed step means when no reply of the server says it.</summary>
/// <param name="Class">Class; ClientSide unless the server's offer said it.</param>
/// <param name="Remedy">Key of the remedy.</param>
/// <param name="CanRetry">Whether to try again.</param>
internal sealed record StageVerdict(SmtpReplyClass Class, string Remedy, RetryAdvice CanRetry = RetryAdvice.No)
{
    /// <summary>Nobody said it.</summary>
    /// <param name="remedy">Key of the remedy, without its prefix.</param>
    /// <param name="canRetry">Whether to try again.</param>
    public static StageVerdict Client(string remedy, RetryAdvice canRetry = RetryAdvice.No) =>
        new(SmtpReplyClass.ClientSide, "Client" + remedy, canRetry);
}

namespace ListmonkPS;

/// <summary>Failures of what concerns mail servers.</summary>
internal static class MailFailures
{
    /// <summary>Nothing came within the bound of a step.</summary>
    public static Failure StepTimedOut(SmtpStageName stage, TimeSpan bound) =>
        new(nameof(StepTimedOut), FailureCategory.OperationTimeout, null, stage, bound.TotalSeconds);
}

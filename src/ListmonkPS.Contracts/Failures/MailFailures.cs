namespace ListmonkPS;

/// <summary>Failures of what concerns mail servers.</summary>
internal static class MailFailures
{
    /// <summary>No SMTP block is enabled.</summary>
    /// <param name="session">Where.</param>
    /// <param name="count">How many blocks there are.</param>
    public static Failure NoSmtpEnabled(string session, int count) => new(nameof(NoSmtpEnabled), FailureCategory.ObjectNotFound, session, session, count);

    /// <summary>A text is not a mail address.</summary>
    public static Failure BadMailAddress(string text) => new(nameof(BadMailAddress), FailureCategory.InvalidArgument, text, text);

    /// <summary>A text is not a host name.</summary>
    public static Failure BadHostName(string text) => new(nameof(BadHostName), FailureCategory.InvalidArgument, text, text);

    /// <summary>A server was given by name and a session too.</summary>
    public static Failure ServerAndSession(string server) => new(nameof(ServerAndSession), FailureCategory.InvalidArgument, server, server);

    /// <summary>listmonk's own test was asked for without a recipient.</summary>
    public static Failure FromServerNeedsSendTo() => new(nameof(FromServerNeedsSendTo), FailureCategory.InvalidArgument, null);

    /// <summary>Nothing came within the bound of a step.</summary>
    public static Failure StepTimedOut(SmtpStageName stage, TimeSpan bound) =>
        new(nameof(StepTimedOut), FailureCategory.OperationTimeout, null, stage, bound.TotalSeconds);
}

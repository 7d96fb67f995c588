namespace ListmonkPS;

/// <summary>Failures of what concerns mail servers.</summary>
internal static class MailFailures
{
    /// <summary>No SMTP block is enabled.</summary>
    /// <param name="session">Where.</param>
    /// <param name="count">How many blocks there are.</param>
    public static Failure NoSmtpEnabled(string session, int count) => new(nameof(NoSmtpEnabled), FailureCategory.ObjectNotFound, session, session, count);

    /// <summary>app.from_email is no sender.</summary>
    public static Failure BadFromEmail(string session, string text) => new(nameof(BadFromEmail), FailureCategory.InvalidData, session, session, text);

    /// <summary>A header of an SMTP block makes no header field.</summary>
    public static Failure BadBlockHeader(string block, string header) => new(nameof(BadBlockHeader), FailureCategory.InvalidData, block, block, header);

    /// <summary>The password of an SMTP block is masked.</summary>
    public static Failure NeedsSmtpCredential(string session, string block, string user) =>
        new(nameof(NeedsSmtpCredential), FailureCategory.AuthenticationError, session, session, block, user);

    /// <summary>An SMTP block would send its password for all to read.</summary>
    public static Failure LogInUnencrypted(string block, string host) => new(nameof(LogInUnencrypted), FailureCategory.InvalidOperation, block, block, host);

    /// <summary>The mail server refused the log-in of a run.</summary>
    public static Failure SenderLogInRefused(string account, string reply) =>
        new(nameof(SenderLogInRefused), FailureCategory.AuthenticationError, account, account, reply);

    /// <summary>The mail server of a run cannot be reached.</summary>
    public static Failure SenderUnreachable(string host, int port, string reason) =>
        new(nameof(SenderUnreachable), FailureCategory.ConnectionError, host, host, port, reason);

    /// <summary>The mail server refuses the account of a run, whoever the recipient is.</summary>
    public static Failure SenderRefused(string account, string reply, SmtpReplyClass found, string remedy) =>
        new(nameof(SenderRefused), FailureCategory.ResourceUnavailable, account, account, reply, found, remedy);

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

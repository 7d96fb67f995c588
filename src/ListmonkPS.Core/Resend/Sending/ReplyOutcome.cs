namespace ListmonkPS.Core.Resend.Sending;

/// <summary>What a refusing reply means for a run: permanent gives up, temporary waits, and what holds for the whole account stops it.</summary>
internal static class ReplyOutcome
{
    /// <summary>The outcome of a mail that the server did not take.</summary>
    /// <param name="reply">What it said.</param>
    /// <param name="account">The account, as it is shown.</param>
    /// <param name="now">The time.</param>
    public static SendOutcome Of(SmtpReply reply, string account, DateTimeOffset now)
    {
        SendOutcome outcome = new(StateOf(reply))
        {
            Class = reply.Class,
            ReplyCode = reply.ReplyCode,
            ReplyText = reply.Text,
            RetryAfter = reply.RetryAfter,
        };
        return reply.Class == SmtpReplyClass.QuotaDaily
            ? outcome with { Stop = new SendStop(ResendFailures.QuotaReached(account, reply.Text), now + (reply.RetryAfter ?? TimeSpan.FromDays(1))) }
            : IsOfAccount(reply.Class)
                ? outcome with { Stop = new SendStop(ResendFailures.AccountRefused(account, $"{reply.Class}, {reply.Text}", reply.Remedy.Text)) }
                : outcome;
    }

    private static OptInResendState StateOf(SmtpReply reply) =>
        reply.Class == SmtpReplyClass.QuotaDaily || IsOfAccount(reply.Class) ? OptInResendState.Due // no fault of this mail: it costs no attempt
        : reply.CanRetry == RetryAdvice.No ? OptInResendState.GaveUp
        : OptInResendState.Retry;

    private static bool IsOfAccount(SmtpReplyClass found) => found is SmtpReplyClass.AuthFailed or SmtpReplyClass.AuthMechanism or SmtpReplyClass.TlsRequired
        or SmtpReplyClass.AccountSuspended or SmtpReplyClass.SenderNotVerified or SmtpReplyClass.RelayDenied or SmtpReplyClass.SandboxRecipientNotVerified;
}

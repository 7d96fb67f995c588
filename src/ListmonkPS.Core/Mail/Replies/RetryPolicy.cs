using ListmonkPS.Core.Mail.Replies.Reading;
using ListmonkPS.Core.Mail.Replies.Words;

namespace ListmonkPS.Core.Mail.Replies;

/// <summary>Whether and when to try again, by class, kind of code and what the server itself states.</summary>
internal static class RetryPolicy
{
    private static readonly WordPattern[] Hourly = WordPattern.All(
        "per hour", "hourly", "an hour", "last hour", "hour limit", "pro stunde", "par heure", "por hora", "all'ora", "na godzinę", "в час", "每小时");

    private static readonly WordPattern[] PerMinute = WordPattern.All("per minute", "a minute", "per second", "minutes");

    /// <summary>The advice of a class, where its rule has none of its own.</summary>
    /// <param name="replyClass">Class.</param>
    /// <param name="reply">The reply.</param>
    public static RetryAdvice Advise(SmtpReplyClass replyClass, ReadReply reply)
    {
        bool isForNow = (reply.Code / 100 ?? reply.Enhanced?.Class) == 4;
        return replyClass switch
        {
            SmtpReplyClass.Greylist or SmtpReplyClass.RateLimit or SmtpReplyClass.ConnectionLimit => RetryAdvice.Yes,
            SmtpReplyClass.QuotaDaily => RetryAdvice.Later,
            SmtpReplyClass.TemporaryServer => isForNow ? RetryAdvice.Yes : RetryAdvice.Later,
            SmtpReplyClass.MailboxFull or SmtpReplyClass.BlocklistedIp or SmtpReplyClass.Unknown => isForNow ? RetryAdvice.Yes : RetryAdvice.No,
            SmtpReplyClass.DnsPtr => isForNow ? RetryAdvice.Later : RetryAdvice.No,
            _ => RetryAdvice.No,
        };
    }

    /// <summary>The pause of a class, where neither the server nor its rule states one; null when there is nothing to wait for.</summary>
    /// <param name="replyClass">Class.</param>
    /// <param name="advice">Advice: without one to try again there is no pause.</param>
    /// <param name="reply">The reply.</param>
    public static TimeSpan? Pause(SmtpReplyClass replyClass, RetryAdvice advice, ReadReply reply) => (replyClass, advice) switch
    {
        (_, RetryAdvice.No) => null,
        (SmtpReplyClass.Greylist, _) => TimeSpan.FromMinutes(5),
        (SmtpReplyClass.QuotaDaily or SmtpReplyClass.MailboxFull, _) => TimeSpan.FromDays(1),
        (SmtpReplyClass.RateLimit, _) => RatePause(reply),
        (SmtpReplyClass.ConnectionLimit, _) => TimeSpan.FromMinutes(1),
        (SmtpReplyClass.BlocklistedIp, _) => TimeSpan.FromHours(4),
        (SmtpReplyClass.TemporaryServer, _) => ServerPause(reply),
        (SmtpReplyClass.Unknown, _) => TimeSpan.FromMinutes(15),
        _ => null,
    };

    /// <summary>A connection that the server closed may be opened again soon.</summary>
    private static TimeSpan ServerPause(ReadReply reply) =>
        reply.Enhanced?.Topic == "4.2" || reply is { Code: 421, Enhanced: null } ? TimeSpan.FromMinutes(1) : TimeSpan.FromMinutes(5);

    private static TimeSpan RatePause(ReadReply reply) =>
        Hourly.Any(pattern => pattern.IsIn(reply.Words)) ? TimeSpan.FromHours(1)
        : PerMinute.Any(pattern => pattern.IsIn(reply.Words)) ? TimeSpan.FromMinutes(1)
        : reply.Enhanced?.Topic == "2.1" ? TimeSpan.FromMinutes(15)
        : TimeSpan.FromHours(1);
}

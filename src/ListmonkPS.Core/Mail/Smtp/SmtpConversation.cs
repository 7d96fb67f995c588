using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Smtp.Stages;

namespace ListmonkPS.Core.Mail.Smtp;

/// <summary>
/// The whole conversation with a mail server, step by step: what was learned before a failure is kept, and after it only what can still tell
/// something is tried. One log-in at most, and no message unless it was asked for.
/// </summary>
/// <param name="time">Clock.</param>
/// <param name="classifier">Says what a refusal means.</param>
internal sealed class SmtpConversation(TimeProvider time, ReplyClassifier classifier)
{
    /// <summary>Holds the conversation.</summary>
    /// <param name="target">What is asked.</param>
    /// <param name="cancellation">Ends it within a second.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SmtpTest> RunAsync(SmtpTarget target, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        using Dialogue dialogue = new(target, time);
        StageLog log = new(dialogue);
        if (await ReachAsync(log, target, cancellation) && await GreetAsync(log, target, cancellation))
            await SendAsync(log, target, cancellation);
        log.NotReached(Planned(target).Except(log.Stages.Select(stage => stage.Name)));
        if (dialogue.CanSpeak)
            await log.RunAsync(SmtpStageName.Quit, QuitStage.RunAsync, cancellation);
        return new ConversationResult(dialogue, log, classifier).Make(time.GetElapsedTime(start));
    }

    /// <summary>A connection, encrypted from the first byte where that was asked for.</summary>
    private static async Task<bool> ReachAsync(StageLog log, SmtpTarget target, CancellationToken cancellation) =>
        await log.RunAsync(SmtpStageName.Resolve, ResolveStage.RunAsync, cancellation)
        && await log.RunAsync(SmtpStageName.Connect, ConnectStage.RunAsync, cancellation)
        && (target.Tls != SmtpTlsMode.Implicit
            || (await log.RunAsync(SmtpStageName.StartTls, TlsStage.ImplicitAsync, cancellation)
                && await log.RunAsync(SmtpStageName.Certificate, CertificateStage.RunAsync, cancellation)));

    /// <summary>Greeting and offers; with STARTTLS the offers inside TLS too, also behind a bad certificate.</summary>
    private static async Task<bool> GreetAsync(StageLog log, SmtpTarget target, CancellationToken cancellation) =>
        await log.RunAsync(SmtpStageName.Banner, BannerStage.RunAsync, cancellation)
        && await log.RunAsync(SmtpStageName.Hello, HelloStage.RunAsync, cancellation)
        && (target.Tls != SmtpTlsMode.StartTls
            || (await log.RunAsync(SmtpStageName.StartTls, TlsStage.StartTlsAsync, cancellation)
                && await log.RunAsync(SmtpStageName.Certificate, CertificateStage.RunAsync, cancellation)
                && await log.RunAsync(SmtpStageName.Hello, HelloStage.RunAsync, cancellation)));

    /// <summary>Log-in, envelope, and the message where it was asked for.</summary>
    private static async Task SendAsync(StageLog log, SmtpTarget target, CancellationToken cancellation)
    {
        if (log.Failed is not null && target.Mechanism == SmtpAuthMechanism.None)
            return;
        bool goesOn = await log.RunAsync(SmtpStageName.Auth, AuthStage.RunAsync, cancellation)
            && log.Failed is null
            && target.From is not null
            && await log.RunAsync(SmtpStageName.MailFrom, EnvelopeStages.MailFromAsync, cancellation)
            && await log.RunAsync(SmtpStageName.RcptTo, EnvelopeStages.RcptToAsync, cancellation);
        if (goesOn && target.Send)
            await log.RunAsync(SmtpStageName.Data, DataStage.RunAsync, cancellation);
    }

    private static IEnumerable<SmtpStageName> Planned(SmtpTarget target)
    {
        IEnumerable<SmtpStageName> tls = [SmtpStageName.StartTls, SmtpStageName.Certificate];
        IEnumerable<SmtpStageName> greeting = [SmtpStageName.Banner, SmtpStageName.Hello];
        return
        [
            SmtpStageName.Resolve,
            SmtpStageName.Connect,
            .. target.Tls switch
            {
                SmtpTlsMode.Implicit => tls.Concat(greeting),
                SmtpTlsMode.StartTls => greeting.Concat(tls),
                _ => greeting,
            },
            SmtpStageName.Auth,
            .. target.From is null ? (SmtpStageName[])[] : [SmtpStageName.MailFrom, SmtpStageName.RcptTo],
            .. target.Send ? (SmtpStageName[])[SmtpStageName.Data] : [],
        ];
    }
}

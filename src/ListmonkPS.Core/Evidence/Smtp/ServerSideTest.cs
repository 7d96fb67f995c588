using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Smtp;

/// <summary>The same block as listmonk sees it from where it runs: by its own test mail. The network of this machine is not that of the server.</summary>
/// <param name="access">The server.</param>
/// <param name="time">Clock.</param>
/// <param name="classifier">Says what the server's error means.</param>
internal sealed class ServerSideTest(SettingAccess access, TimeProvider time, ReplyClassifier classifier)
{
    /// <summary>Has listmonk send.</summary>
    /// <param name="block">The block.</param>
    /// <param name="target">What our own conversation asks: recipient and password are the same.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="FailureException">The session has no API, or the API does not take the call.</exception>
    public async Task<SmtpTest> RunAsync(SmtpBlock block, SmtpTarget target, CancellationToken cancellation)
    {
        ListmonkApi api = access.Api ?? throw new FailureException(SessionFailures.NeedsApi(access.Session.Name));
        SmtpTest test = new() { Server = HarmlessText.Of(target.Server), Port = target.Port, Tls = target.Tls, SeenFrom = SmtpViewpoint.Listmonk, User = HarmlessText.Of(block.User) };
        if (target.Secret is null && target.Mechanism != SmtpAuthMechanism.None)
            return Skipped(test);
        JsonObject body = (JsonObject)block.Json.DeepClone();
        body["password"] = target.Secret?.Password ?? "";
        body["email"] = target.To;
        long start = time.GetTimestamp();
        string? error = await api.TestSmtpAsync(body, cancellation);
        SmtpTest done = test with { Duration = time.GetElapsedTime(start) };
        return error is null ? Sent(done, target.To) : Refused(done, error, target);
    }

    private static SmtpTest Skipped(SmtpTest test) => test with
    {
        Status = CheckStatus.Skipped,
        Stage = SmtpStageName.Auth,
        ReplyText = Texts.Format("smtp.stage.no-password"),
        Remedy = new CheckRemedy(Texts.Format("smtp.remedy.PasswordUnknown")),
    };

    /// <summary>Between v5.0.0 and v5.0.2 success is reported whatever happened (B3, G25).</summary>
    private SmtpTest Sent(SmtpTest test, string? recipient) => access.Server.Quirks.LosesMailSilently
        ? test with
        {
            Status = CheckStatus.Warning,
            Stage = SmtpStageName.Data,
            ReplyText = Texts.Format("smtp.stage.listmonk-unsure", recipient),
            Remedy = new CheckRemedy(Texts.Format("smtp.remedy.ServerCannotTell")),
        }
        : test with { Status = CheckStatus.Pass, Stage = SmtpStageName.Quit, Class = SmtpReplyClass.Accepted, ReplyText = Texts.Format("smtp.stage.listmonk-sent", recipient) };

    private SmtpTest Refused(SmtpTest test, string error, SmtpTarget target)
    {
        string words = target.Secret is { Password.Length: > 2 } secret ? error.Replace(secret.Password, "********", StringComparison.Ordinal) : error;
        SmtpReply meaning = classifier.Classify(words, new ReplyContext(Host: target.Server, Sender: target.From));
        return test with
        {
            Status = CheckStatus.Fail,
            Stage = meaning.Stage ?? StageOf(meaning.Class),
            Class = meaning.Class,
            ReplyCode = meaning.ReplyCode,
            EnhancedCode = meaning.EnhancedCode,
            ReplyText = meaning.Text,
            Provider = meaning.Provider,
            ProviderLimits = meaning.ProviderLimits,
            CanRetry = meaning.CanRetry,
            RetryAfter = meaning.RetryAfter,
            Remedy = meaning.Remedy,
        };
    }

    /// <summary>listmonk's error does not name the step; the class mostly does.</summary>
    private static SmtpStageName StageOf(SmtpReplyClass found) => found switch
    {
        SmtpReplyClass.ClientSide or SmtpReplyClass.ConnectionLimit => SmtpStageName.Connect,
        SmtpReplyClass.AuthFailed or SmtpReplyClass.AuthMechanism or SmtpReplyClass.TlsRequired => SmtpStageName.Auth,
        SmtpReplyClass.SenderNotVerified => SmtpStageName.MailFrom,
        SmtpReplyClass.RelayDenied or SmtpReplyClass.MailboxUnknown or SmtpReplyClass.MailboxFull or SmtpReplyClass.Greylist => SmtpStageName.RcptTo,
        _ => SmtpStageName.Data,
    };
}

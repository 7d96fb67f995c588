using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Replies.Providers;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp;

/// <summary>Puts together what a conversation showed.</summary>
/// <param name="dialogue">The conversation.</param>
/// <param name="log">Its steps.</param>
/// <param name="classifier">Says what a refusal means.</param>
internal sealed class ConversationResult(Dialogue dialogue, StageLog log, ReplyClassifier classifier)
{
    /// <summary>Makes the result.</summary>
    /// <param name="duration">Time of the whole.</param>
    public SmtpTest Make(TimeSpan duration)
    {
        SmtpTarget target = dialogue.Target;
        SmtpProvider? provider = ProviderTable.Recognise(target.Server, dialogue.Banner, null);
        SmtpTest test = new()
        {
            Server = HarmlessText.Of(target.Server),
            Port = target.Port,
            Tls = target.Tls,
            Status = CheckStatus.Pass,
            Stage = SmtpStageName.Quit,
            Class = SmtpReplyClass.Accepted,
            Provider = provider?.Name,
            ProviderLimits = provider?.Limits,
            Stages = new TextList<SmtpStage>(log.Stages),
            Duration = duration,
            Addresses = new TextList<string>(dialogue.Addresses.Select(address => address.ToString())),
            Address = dialogue.Address?.ToString(),
            User = target.Secret is { } secret ? HarmlessText.Of(secret.User) : null,
            Offered = new TextList<string>(dialogue.Capabilities.Mechanisms),
            CapabilitiesBeforeTls = Lines(dialogue.Tls is null ? null : dialogue.ClearCapabilities),
            Capabilities = Lines(dialogue.Capabilities),
            Certificate = dialogue.Certificate,
            Transcript = new TextList<string>(dialogue.Transcript.Lines),
        };
        return (log.Failed ?? log.Skipped ?? log.Warned) is { } decided ? Decide(test, decided) : Accepted(test);
    }

    private static TextList<string> Lines(Capabilities? capabilities) => new(capabilities?.Lines ?? []);

    /// <summary>The reply to the last thing that was asked before leave was taken.</summary>
    private static SmtpTest Accepted(SmtpTest test) => test.Stages.LastOrDefault(stage => stage.ReplyCode is not null) is { } last
        ? test with { ReplyCode = last.ReplyCode, EnhancedCode = last.EnhancedCode, ReplyText = last.ReplyText }
        : test;

    private SmtpTest Decide(SmtpTest test, DecidedStage decided)
    {
        SmtpStage stage = decided.Stage;
        SmtpTest result = test with { Status = stage.Status, Stage = stage.Name, ReplyCode = stage.ReplyCode, EnhancedCode = stage.EnhancedCode, ReplyText = stage.ReplyText };
        if (decided.Outcome.Verdict is { } verdict)
        {
            return result with
            {
                Class = verdict.Class,
                Trouble = verdict.Remedy,
                CanRetry = verdict.CanRetry,
                Remedy = Remedy(verdict.Remedy),
                ReplyText = stage.ReplyCode is null ? stage.Summary : stage.ReplyText,
            };
        }

        if (decided.Outcome.Reply is not { } heard)
            return result with { Class = SmtpReplyClass.Unknown, ReplyText = stage.Summary, Remedy = new CheckRemedy(stage.Summary) };
        ReplyContext context = new(stage.Name, dialogue.Target.Server, dialogue.Banner, dialogue.Target.From);
        SmtpReply meaning = classifier.Classify(dialogue.Transcript.WithoutSecrets(heard.Raw), context);
        if (IsOwnAddress(stage, meaning))
            return OwnAddressRefused(result, stage, meaning);
        return result with
        {
            Class = meaning.Class,
            Trouble = meaning.BlamesHelloName ? ReplyClassifier.HelloName : null,
            CanRetry = meaning.CanRetry,
            RetryAfter = meaning.RetryAfter,
            Remedy = meaning.Remedy,
            Provider = result.Provider ?? meaning.Provider,
            ProviderLimits = result.ProviderLimits ?? meaning.ProviderLimits,
        };
    }

    /// <summary>The recipient was the sender's own address: that nobody reads it there stops bounces, not the mail of others.</summary>
    private bool IsOwnAddress(SmtpStage stage, SmtpReply meaning) =>
        stage.Name == SmtpStageName.RcptTo && dialogue.Target.To is null && meaning.Class is SmtpReplyClass.MailboxUnknown or SmtpReplyClass.MailboxFull;

    private static SmtpTest OwnAddressRefused(SmtpTest test, SmtpStage refused, SmtpReply meaning) => test with
    {
        Status = CheckStatus.Warning,
        Class = meaning.Class,
        Remedy = Remedy("OwnAddressRefused"),
        Stages = new TextList<SmtpStage>(test.Stages.Select(stage => ReferenceEquals(stage, refused) ? stage with { Status = CheckStatus.Warning } : stage)),
    };

    private static CheckRemedy Remedy(string key) => new(Texts.Format("smtp.remedy." + key));
}

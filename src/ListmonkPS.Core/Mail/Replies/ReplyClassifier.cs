using ListmonkPS.Core.Mail.Replies.Providers;
using ListmonkPS.Core.Mail.Replies.Reading;
using ListmonkPS.Core.Mail.Replies.Rules;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Replies;

/// <summary>
/// Says what a reply means: reads it out of what was pasted, takes the strongest rule that fits, and from that whether and when to try again,
/// what to do, and how sure all this is. Words count more than the enhanced code, and that more than the basic code.
/// </summary>
/// <param name="rules">The rules.</param>
internal sealed class ReplyClassifier(RuleBook rules)
{
    /// <summary>Key of the remedy for a name in EHLO that is refused.</summary>
    public const string HelloName = "HelloName";

    /// <summary>With the rules that the module ships.</summary>
    public ReplyClassifier()
        : this(RuleBook.Shipped)
    {
    }

    /// <summary>Classifies a reply, a bounce or a log line.</summary>
    /// <param name="text">The text as it was pasted.</param>
    /// <param name="context">What is known beside it.</param>
    public SmtpReply Classify(string text, ReplyContext? context = null)
    {
        ReplyContext known = context ?? ReplyContext.None;
        ReadReply reply = ReplyReader.Read(text);
        SmtpStageName? stage = known.Stage ?? reply.Stage;
        ReplyRule[] fitting = [.. rules.Fitting(reply, stage)];
        ReplyRule? rule = fitting.FirstOrDefault();
        SmtpReplyClass found = rule is null ? SmtpReplyClass.Unknown : SandboxOrSender(rule.Class, reply, known);
        RetryAdvice advice = rule?.CanRetry ?? RetryPolicy.Advise(found, reply);
        SmtpProvider? provider = ProviderTable.Recognise(known.Host ?? reply.Host, known.Banner, reply);
        return new SmtpReply
        {
            ReplyCode = reply.Code,
            EnhancedCode = reply.Enhanced?.ToString(),
            Text = HarmlessText.Of(reply.Text, HarmlessText.ValueLength),
            Class = found,
            CanRetry = advice,
            RetryAfter = advice == RetryAdvice.No ? null : StatedPause.Find(reply.Text) ?? rule?.RetryAfter ?? RetryPolicy.Pause(found, advice, reply),
            Remedy = new CheckRemedy(Texts.Format("smtp.remedy." + (rule?.Remedy ?? found.ToString()))),
            Provider = provider?.Name,
            ProviderLimits = provider?.Limits,
            Confidence = Confidence(fitting),
            Stage = stage,
            BlamesHelloName = rule?.Remedy == HelloName,
        };
    }

    /// <summary>SES names the identity that failed: the sender's own means that the sender is not verified, else the account is in the sandbox.</summary>
    private static SmtpReplyClass SandboxOrSender(SmtpReplyClass found, ReadReply reply, ReplyContext known) =>
        found == SmtpReplyClass.SandboxRecipientNotVerified
        && !string.IsNullOrEmpty(known.Sender)
        && reply.Compact.Contains(known.Sender, StringComparison.OrdinalIgnoreCase)
            ? SmtpReplyClass.SenderNotVerified
            : found;

    private static ReplyConfidence Confidence(ReplyRule[] fitting)
    {
        if (fitting.Length == 0)
            return ReplyConfidence.Low;
        // Words and code that agree make a weak hint a good one; another class just as strong makes it a weaker one.
        ReplyRule best = fitting[0];
        bool agrees = fitting.Skip(1).Any(rule => rule.Class == best.Class);
        bool isContested = fitting.Any(rule => rule.Class != best.Class && rule.Strength == best.Strength);
        return best.Strength switch
        {
            RuleStrength.Decisive => ReplyConfidence.High,
            RuleStrength.Strong => isContested && !agrees ? ReplyConfidence.Medium : ReplyConfidence.High,
            RuleStrength.Medium => agrees && !isContested ? ReplyConfidence.High : ReplyConfidence.Medium,
            RuleStrength.Enhanced => ReplyConfidence.Medium,
            RuleStrength.Weak => agrees ? ReplyConfidence.Medium : ReplyConfidence.Low,
            _ => ReplyConfidence.Low,
        };
    }
}

using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Sending;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>Says what a run shall do about what became of a mail: count it, try it again, give it up, or stop.</summary>
/// <param name="account">The server that mails are sent by.</param>
/// <param name="sender">Address of the sender: some providers name it when it is the sender that they refuse.</param>
/// <param name="time">Clock.</param>
internal sealed class OutcomeJudge(SmtpAccount account, string sender, TimeProvider time)
{
    /// <summary>A server that is not there, or gives no reply: somebody may be mending it.</summary>
    private static readonly TimeSpan Unreachable = TimeSpan.FromMinutes(5);

    private readonly ReplyClassifier _classifier = new();

    /// <summary>The outcome of a delivery.</summary>
    /// <param name="delivery">What became of the mail.</param>
    /// <param name="email">The recipient's address: it is taken out of the server's words, since ledgers store none. So is the password, which some servers repeat.</param>
    /// <param name="messageId">Message-ID of the mail.</param>
    public SendOutcome Judge(Delivery delivery, string email, string messageId)
    {
        Delivery shown = delivery with { Text = Clean(delivery.Text, email) };
        SmtpReply? reply = delivery.Code is null ? null : _classifier.Classify(
            delivery.Reply, new ReplyContext(delivery.Stage, account.Host, Sender: sender));
        SendOutcome outcome = delivery.End switch
        {
            DeliveryEnd.Taken => new SendOutcome(OptInResendState.Sent) { Class = SmtpReplyClass.Accepted },
            DeliveryEnd.Unsendable => new SendOutcome(OptInResendState.GaveUp) { Class = SmtpReplyClass.ClientSide },
            DeliveryEnd.Lost => new SendOutcome(OptInResendState.Retry) { Class = SmtpReplyClass.ClientSide },
            DeliveryEnd.InDoubt => new SendOutcome(OptInResendState.InDoubt) { Class = SmtpReplyClass.ClientSide },
            DeliveryEnd.NoConnection => SendOutcome.NotSent with { Class = reply?.Class ?? SmtpReplyClass.ClientSide, Stop = StopOf(shown, reply) },
            DeliveryEnd.Refused => OfRefusal(shown, reply!),
            _ => SendOutcome.NotSent,
        };
        return outcome with
        {
            ReplyCode = delivery.Code,
            ReplyText = HarmlessText.Of(shown.Text),
            MessageId = messageId,
        };
    }

    private string Clean(string text, string email)
    {
        string nameless = RecipientMask.Hide(text, email);
        return account.Secret?.Hide(nameless) ?? nameless;
    }

    private SendOutcome OfRefusal(Delivery delivery, SmtpReply reply)
    {
        bool isOfAccount = IsOfAccount(reply.Class, delivery.Stage);
        if (isOfAccount)
            return SendOutcome.NotSent with { Class = reply.Class, Stop = StopOf(delivery, reply) };
        bool isForNow = reply.CanRetry != RetryAdvice.No || delivery.Code / 100 == 4;
        return new SendOutcome(isForNow ? OptInResendState.Retry : OptInResendState.GaveUp) { Class = reply.Class, RetryAfter = reply.RetryAfter };
    }

    /// <summary>True for what the next mail would be told, too.</summary>
    private static bool IsOfAccount(SmtpReplyClass found, SmtpStageName stage) => found switch
    {
        SmtpReplyClass.QuotaDaily or SmtpReplyClass.AccountSuspended or SmtpReplyClass.SandboxRecipientNotVerified or SmtpReplyClass.SenderNotVerified
            or SmtpReplyClass.TlsRequired or SmtpReplyClass.AuthMechanism or SmtpReplyClass.AuthFailed => true,
        // Said of a recipient these speak of his server's opinion; said of the sender they hold for everybody.
        SmtpReplyClass.RelayDenied or SmtpReplyClass.SenderUnauthorised or SmtpReplyClass.BlocklistedIp or SmtpReplyClass.DnsPtr
            or SmtpReplyClass.PolicyOther => stage == SmtpStageName.MailFrom,
        _ => false,
    };

    private SendStop StopOf(Delivery delivery, SmtpReply? reply)
    {
        Failure failure = delivery.Stage == SmtpStageName.Auth && delivery.Code / 100 != 4
            ? MailFailures.SenderLogInRefused(account.Name, HarmlessText.Of(delivery.Reply))
            : delivery.End == DeliveryEnd.NoConnection
                ? MailFailures.SenderUnreachable(account.Host, account.Port, HarmlessText.Of(delivery.Reply))
                : MailFailures.SenderRefused(account.Name, HarmlessText.Of(delivery.Reply), reply!.Class, reply.Remedy.Text);
        bool mendsItself = reply is null
            ? delivery.Stage is not (SmtpStageName.Certificate or SmtpStageName.Auth)
            : reply.CanRetry != RetryAdvice.No || delivery.Code / 100 == 4;
        return new SendStop(failure, mendsItself ? time.GetUtcNow() + (reply?.RetryAfter ?? Unreachable) : null);
    }
}

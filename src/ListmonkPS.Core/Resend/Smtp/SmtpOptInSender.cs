using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Mail.Sending;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Sending;
using MimeKit;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>Composes opt-in mails and sends them by the SMTP server of listmonk's settings.</summary>
internal sealed class SmtpOptInSender : IOptInSender
{
    private readonly SmtpPool _pool;
    private readonly OptInMail _mail;
    private readonly OutcomeJudge _judge;

    /// <summary>Makes a sender; nothing is sent yet.</summary>
    /// <param name="sending">Server, sender and template.</param>
    /// <param name="run">What tells this run from every other one: stands behind the Message-IDs.</param>
    /// <param name="connections">Connections at the same time.</param>
    /// <param name="time">Clock.</param>
    public SmtpOptInSender(SmtpSending sending, string run, int connections, TimeProvider time)
    {
        SmtpAccount account = sending.Setup.Account with { Connections = connections };
        _pool = new SmtpPool(account, time);
        _mail = new OptInMail(sending, new MailComposer(sending.Template), run, time);
        _judge = new OutcomeJudge(account, sending.Setup.Identity.From.Address, time);
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OptInRecipient recipient, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return SendOutcome.NotSent;
        if (_mail.TryMake(recipient) is not { } mail)
            return new SendOutcome(OptInResendState.GaveUp) { Class = SmtpReplyClass.ClientSide, ReplyText = Texts.Format("smtp.trouble.sender.no-address") };
        using MimeMessage message = mail.Message;
        Delivery delivery = await _pool.SendAsync(message, mail.Envelope, cancellation);
        return _judge.Judge(delivery, recipient.Email, _mail.MessageIdOf(recipient));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}

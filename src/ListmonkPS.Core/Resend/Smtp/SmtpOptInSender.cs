using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Mail.Replies.Providers;
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
    /// <param name="setup">Server and sender.</param>
    /// <param name="template">What mails say.</param>
    /// <param name="options">How the run sends.</param>
    /// <param name="time">Clock.</param>
    internal SmtpOptInSender(SenderSetup setup, MailTemplate template, SmtpSendOptions options, TimeProvider time)
    {
        _pool = new SmtpPool(setup.Account, time);
        _mail = new OptInMail(setup.Identity, new MailComposer(template), options, time);
        _judge = new OutcomeJudge(setup.Account, setup.Identity.From.Address, time);
        Account = setup.Account.Name;
        Limits = ProviderTable.Recognise(setup.Account.Host, null, null)?.Limits;
        TemplateHash = template.Hash;
    }

    /// <summary>The account whose limits count, as user@host.</summary>
    public string Account { get; }

    /// <summary>What is publicly known of the provider's limits; null for nothing.</summary>
    public SmtpProviderLimits? Limits { get; }

    /// <summary>Fingerprint of the template.</summary>
    public string TemplateHash { get; }

    /// <summary>Reads settings and template; nothing is sent yet.</summary>
    /// <param name="session">Whose subscribers are mailed.</param>
    /// <param name="options">How.</param>
    /// <param name="time">Clock.</param>
    /// <param name="notices">Takes warnings.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">Settings or template make no mail that could be sent.</exception>
    public static async Task<SmtpOptInSender> OpenAsync(
        ListmonkSession session, SmtpSendOptions options, TimeProvider time, INoticeSink notices, CancellationToken cancellation)
    {
        MailTemplate template = options.TemplatePath is { } path ? await TemplateReader.ReadAsync(path, cancellation) : TemplateReader.Shipped();
        SenderSetup setup = await SenderSetup.ReadAsync(SettingAccess.Of(session), options, notices, cancellation);
        return new SmtpOptInSender(setup, template, options, time);
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

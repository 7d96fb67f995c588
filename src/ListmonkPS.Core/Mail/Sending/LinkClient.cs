using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>MailKit's client; a copy that is refused (Cc and Bcc of a block's headers) does not stop the mail to the subscriber.</summary>
/// <param name="watch">Watches what is sent.</param>
internal sealed class LinkClient(IProtocolLogger watch) : SmtpClient(watch)
{
    /// <summary>The subscriber.</summary>
    public MailboxAddress? Subscriber { get; set; }

    /// <inheritdoc/>
    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (Subscriber is null || mailbox.Address == Subscriber.Address)
            base.OnRecipientNotAccepted(message, mailbox, response);
    }
}

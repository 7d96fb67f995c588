using MimeKit;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>The addresses that the server is told (RFC 5321), which need not be those that the reader sees.</summary>
/// <param name="Sender">MAIL FROM: where bounces go.</param>
/// <param name="Recipients">RCPT TO: the subscriber first.</param>
internal sealed record MailEnvelope(MailboxAddress Sender, IReadOnlyList<MailboxAddress> Recipients);

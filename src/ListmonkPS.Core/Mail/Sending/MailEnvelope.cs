using System.Text;
using MimeKit;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>The addresses that the server is told (RFC 5321), which need not be those that the reader sees.</summary>
/// <param name="Sender">MAIL FROM: where bounces go.</param>
/// <param name="Recipients">RCPT TO: the subscriber first.</param>
internal sealed record MailEnvelope(MailboxAddress Sender, IReadOnlyList<MailboxAddress> Recipients)
{
    /// <summary>True when an address has letters beyond ASCII before the @: only a server with SMTPUTF8 may be told it (RFC 6531). Domains have an ASCII form.</summary>
    public bool IsInternational => !Recipients.Append(Sender).All(address => Ascii.IsValid(address.GetAddress(idnEncode: true)));
}

using MimeKit;

namespace ListmonkPS.TestBench.StandIn.Smtp;

/// <summary>A composed mail, before a server is chosen for it.</summary>
internal sealed record OutgoingMail(MailboxAddress From, MailboxAddress To, MimeMessage Message)
{
    public string Subject => Message.Subject ?? "";
}

using MimeKit;

namespace ListmonkPS.TestBench.Mail;

/// <summary>A message that the sink accepted: envelope, bytes as they came, and what they mean.</summary>
/// <param name="From">Envelope sender (MAIL FROM); empty for the null sender.</param>
/// <param name="To">Envelope recipients (RCPT TO), in order.</param>
/// <param name="User">Who had logged in by AUTH; null when nobody had.</param>
/// <param name="Raw">The message between DATA and the final dot.</param>
/// <param name="Message">The same, parsed.</param>
/// <param name="ReceivedAt">When the sink had it whole.</param>
public sealed record ReceivedMail(
    string From, IReadOnlyList<string> To, string? User, ReadOnlyMemory<byte> Raw, MimeMessage Message, DateTimeOffset ReceivedAt)
{
    /// <summary>The text of the message, of its HTML part when there is no plain one.</summary>
    public string Text => Message.TextBody ?? Message.HtmlBody ?? "";
}

using MimeKit;

namespace ListmonkPS.Core.Mail.Composing;

/// <summary>What a mail to one person is made of.</summary>
internal sealed record MailDraft
{
    /// <summary>Sender, as in From.</summary>
    public required MailboxAddress From { get; init; }

    /// <summary>Recipient, as in To.</summary>
    public required MailboxAddress To { get; init; }

    /// <summary>Message-ID, without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it is sent.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Values by field of the template.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Further header fields, in order.</summary>
    public IReadOnlyList<Header> Headers { get; init; } = [];
}

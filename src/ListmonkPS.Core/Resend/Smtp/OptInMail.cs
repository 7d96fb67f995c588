using System.Security.Cryptography;
using System.Text;
using ListmonkPS.Core.Listmonk.OptIn.Showing;
using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Mail.Sending;
using ListmonkPS.Core.Resend.Due;
using MimeKit;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>Makes the mail of one person: link, headers and envelope as listmonk's own opt-in mail has them (contract 5.6).</summary>
/// <param name="sending">Who sends.</param>
/// <param name="composer">Composes.</param>
/// <param name="run">What tells the run from every other one.</param>
/// <param name="time">Clock.</param>
internal sealed class OptInMail(SmtpSending sending, MailComposer composer, string run, TimeProvider time)
{
    /// <summary>Most characters of a name: SQL may have put a book there.</summary>
    private const int LongestName = 200;

    private readonly SenderIdentity _identity = sending.Setup.Identity;
    private readonly string _domain = MailboxAddress.EncodeAddrspec("x@" + sending.Setup.Identity.From.Domain)[2..]; // in ASCII, as headers are (RFC 5890)
    private readonly MailboxAddress? _redirect = sending.RedirectTo is { } address ? MailboxAddress.Parse(address) : null;

    /// <summary>The mail and its envelope; null when the address is none.</summary>
    public (MimeMessage Message, MailEnvelope Envelope)? TryMake(OptInRecipient recipient)
    {
        if (!IsAddress(recipient.Email))
            return null;
        MailboxAddress to = _redirect ?? new MailboxAddress(Undecoded(NameOf(recipient)), recipient.Email);
        // A rehearsal must confirm nobody: whoever reads it would confirm for others.
        Guid subscriber = _redirect is null ? recipient.Uuid : Guid.Empty;
        MailDraft draft = new()
        {
            From = _identity.From,
            To = to,
            MessageId = MessageIdOf(recipient),
            Date = time.GetUtcNow(),
            Values = ValuesOf(recipient, subscriber),
            Headers = HeadersOf(subscriber),
        };
        IReadOnlyList<MailboxAddress> copies = _redirect is null ? _identity.Headers.Copies : [];
        return (composer.Compose(draft), new MailEnvelope(_identity.Headers.ReturnPath ?? _identity.From, [to, .. copies]));
    }

    /// <summary>The same for each attempt of a run, so that a mail that came twice shows it; another for each run and server.</summary>
    public string MessageIdOf(OptInRecipient recipient)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{run}\n{sending.RedirectTo}\n{recipient.Uuid}"));
        return $"{Convert.ToHexString(hash)[..32].ToLowerInvariant()}@{_domain}";
    }

    /// <summary>An address that can stand in an envelope (RFC 5321 section 4.1.2), whatever SQL has put into the column. A blank can only be a quoted one.</summary>
    private static bool IsAddress(string email) =>
        !email.Any(one => char.IsControl(one) || (char.IsWhiteSpace(one) && (one != ' ' || email[0] != '"')))
        && MailboxAddress.TryParse(ParserOptions.Default, email, out MailboxAddress? parsed) && InAscii(parsed.Address) == InAscii(email) && email.Contains('@', StringComparison.Ordinal);

    /// <summary>The parser shows a domain in its letters; both forms are one address.</summary>
    private static string InAscii(string email) => MailboxAddress.EncodeAddrspec(email).ToUpperInvariant();

    /// <summary>A name that looks like an encoded word (RFC 2047) would be decoded by the reader: into line breaks, too.</summary>
    private static string Undecoded(string name) => name.Replace("=?", "= ?", StringComparison.Ordinal);

    private static string NameOf(OptInRecipient recipient) => MailLine.Of(recipient.Name, LongestName);

    private Dictionary<string, string> ValuesOf(OptInRecipient recipient, Guid subscriber)
    {
        ConfirmLinks links = new(_identity.RootUrl, recipient.Lists.ToDictionary(list => list.Id, list => list.Uuid));
        string name = NameOf(recipient) is { Length: > 0 } given ? given : recipient.Email;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TemplateFields.Name] = name,
            [TemplateFields.FirstName] = name.Split(' ', 2)[0],
            [TemplateFields.Email] = recipient.Email,
            [TemplateFields.Lists] = string.Join(", ", recipient.Lists.Select(list => list.IsPublic ? list.Name : Texts.Format("mail.private-list")).Distinct()),
            [TemplateFields.ConfirmUri] = links.Confirm(subscriber, recipient.Lists.Select(list => list.Id)).AbsoluteUri,
            [TemplateFields.UnsubscribeUri] = links.Manage(subscriber).AbsoluteUri,
            [TemplateFields.SiteName] = _identity.SiteName,
            [TemplateFields.RootUri] = _identity.RootUrl,
        };
    }

    private List<Header> HeadersOf(Guid subscriber)
    {
        List<Header> headers = [.. _identity.Headers.Added];
        if (_identity.HasListmonkHeaders)
            headers.Add(new Header("X-Listmonk-Subscriber", subscriber.ToString()));
        // So that nobody's holiday notice answers a thousand mails (RFC 3834 section 5); what the block says goes before it.
        if (!Has(headers, HeaderId.AutoSubmitted))
            headers.Add(new Header(HeaderId.AutoSubmitted, "auto-generated"));
        // No List-Unsubscribe-Post: one click on an opt-in mail says "unsubscribed" and changes nothing, in every version so far (B7; RFC 8058 wants it done).
        // A person who opens the link comes to the page where it can be done.
        if (_identity.HasUnsubscribeHeader && !Has(headers, HeaderId.ListUnsubscribe))
            headers.Add(new Header(HeaderId.ListUnsubscribe, $"<{new ConfirmLinks(_identity.RootUrl, new Dictionary<int, Guid>()).Manage(subscriber)}>"));
        return headers;
    }

    private static bool Has(List<Header> headers, HeaderId field) => headers.Any(header => header.Id == field);
}

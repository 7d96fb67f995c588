using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Safety;
using MimeKit;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>What the headers of an SMTP block add to every mail (contract 3.3).</summary>
/// <param name="Added">Header fields, in order.</param>
/// <param name="ReturnPath">Envelope sender; null when none is among them.</param>
/// <param name="Copies">Further recipients, of Cc and Bcc.</param>
internal sealed record BlockHeaders(IReadOnlyList<Header> Added, MailboxAddress? ReturnPath, IReadOnlyList<MailboxAddress> Copies)
{
    /// <summary>What the mail itself decides.</summary>
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition",
    };

    /// <summary>Reads the headers of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="addsRecipients">Whether Cc and Bcc become recipients in this version.</param>
    /// <exception cref="FailureException">One of them makes no header field.</exception>
    public static BlockHeaders Read(SmtpBlock block, bool addsRecipients)
    {
        List<Header> added = [];
        List<MailboxAddress> copies = [];
        MailboxAddress? returnPath = null;
        foreach ((string name, string value) in block.Headers.Where(header => !Ours.Contains(header.Key)))
        {
            if (Is(name, "Return-Path"))
                returnPath = Addresses(block, name, value).FirstOrDefault();
            else if (addsRecipients && (Is(name, "Cc") || Is(name, "Bcc")))
                copies.AddRange(Addresses(block, name, value));
            if (!Is(name, "Return-Path") && !(addsRecipients && Is(name, "Bcc")))
                added.Add(Field(block, name, value));
        }

        return new BlockHeaders(added, returnPath, copies);
    }

    private static bool Is(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static Header Field(SmtpBlock block, string name, string value)
    {
        bool isField = name.Length > 0 && name.All(one => one is > ' ' and < '\u007f' and not ':') && !value.Any(char.IsControl);
        return isField ? new Header(name, value) : throw Bad(block, name);
    }

    private static IEnumerable<MailboxAddress> Addresses(SmtpBlock block, string name, string value) =>
        InternetAddressList.TryParse(value, out InternetAddressList? list) && !value.Any(char.IsControl) ? list.Mailboxes : throw Bad(block, name);

    private static FailureException Bad(SmtpBlock block, string name) =>
        new(MailFailures.BadBlockHeader(HarmlessText.Of(block.Name), HarmlessText.Of(name)));
}

using System.Text.RegularExpressions;
using MimeKit;

namespace ListmonkPS.Core.Resend.Sending;

/// <summary>Takes addresses out of what servers say: ledgers keep their words, and no addresses.</summary>
internal static partial class AddressMask
{
    private const string Recipient = "<recipient>";
    private const string Anybody = "<address>";

    /// <summary>The text without somebody's address, as he has it and as a server is told it.</summary>
    public static string Hide(string text, string email)
    {
        foreach (string form in ((string[])[email, MailboxAddress.EncodeAddrspec(email)]).Where(form => form.Length > 0))
            text = text.Replace($"<{form}>", Recipient, StringComparison.OrdinalIgnoreCase).Replace(form, Recipient, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>The text without any address, where it is not known whose it may be.</summary>
    public static string HideAll(string text) => Address().Replace(text, Anybody);

    [GeneratedRegex("""<?(?:"[^"]+"|[^\s<>@"]+)@[^\s<>@,;:]+>?""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

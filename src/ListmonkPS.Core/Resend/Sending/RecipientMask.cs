using System.Text.RegularExpressions;
using MimeKit;

namespace ListmonkPS.Core.Resend.Sending;

/// <summary>Takes addresses out of what servers say: ledgers store none.</summary>
internal static partial class RecipientMask
{
    private const string Shown = "<recipient>";

    /// <summary>A text without the address of one person, as it is stored and as it was told to the server.</summary>
    /// <param name="text">The server's words.</param>
    /// <param name="email">The address.</param>
    public static string Hide(string text, string email)
    {
        if (email.Length == 0)
            return text;
        string told = MailboxAddress.EncodeAddrspec(email);
        return ((string[])[$"<{email}>", $"<{told}>", email, told]).Aggregate(text, (rest, written) => rest.Replace(written, Shown, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A text without anything that looks like an address: where nobody says whose it is.</summary>
    /// <param name="text">The server's words.</param>
    public static string HideAll(string text) => Address().Replace(text, Shown);

    [GeneratedRegex(@"<?[^\s<>@,;:()]{1,64}@[^\s<>@,;:()]{1,255}>?", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

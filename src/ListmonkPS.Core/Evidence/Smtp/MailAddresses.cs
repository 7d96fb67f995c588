using System.Net.Mail;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Smtp;

/// <summary>Addresses of an envelope: no name, no blank, no line end that would be a command of its own.</summary>
internal static class MailAddresses
{
    /// <summary>The address in a text such as "News &lt;news@example.org&gt;"; null for null or empty text.</summary>
    /// <exception cref="FailureException">There is none in it.</exception>
    public static string? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : Find(text) ?? throw new FailureException(MailFailures.BadMailAddress(HarmlessText.Of(text)));

    /// <summary>The same, and null where there is none in it: for settings, which others judge.</summary>
    public static string? Find(string? text) =>
        MailAddress.TryCreate(text, out MailAddress? address) && !address.Address.Any(one => char.IsControl(one) || char.IsWhiteSpace(one)) ? address.Address : null;

    /// <summary>A host name or address as it may stand in a command.</summary>
    /// <exception cref="FailureException">It has a blank or a control character in it.</exception>
    public static string Host(string text) => text.Length > 0 && !text.Any(one => char.IsControl(one) || char.IsWhiteSpace(one))
        ? text
        : throw new FailureException(MailFailures.BadHostName(HarmlessText.Of(text)));
}

using System.Net;
using System.Text;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Loaded;
using ListmonkPS.TestBench.StandIn.Smtp;
using MimeKit;
using MimeKit.Utils;

namespace ListmonkPS.TestBench.StandIn.OptIn;

/// <summary>Writes the opt-in mail (5.6): one for all lists, HTML only, with the link that confirms.</summary>
internal sealed class OptInComposer(LoadedSettings settings, Quirks quirks)
{
    private const string Subject = "Confirm subscription";

    /// <summary>The mail for a subscriber and the lists that wait for him, in order of list id.</summary>
    /// <exception cref="SendFailureException">app.from_email is no address.</exception>
    public OutgoingMail Compose(Recipient recipient, IReadOnlyList<WaitingList> lists)
    {
        if (!MailboxAddress.TryParse(settings.Text("app.from_email"), out MailboxAddress? from))
            throw new SendFailureException("mail: missing '@' or angle-addr");
        MailboxAddress to = new("", recipient.Email);
        MimeMessage message = new();
        message.From.Add(from);
        message.To.Add(to);
        message.Subject = Subject;
        message.MessageId = MimeUtils.GenerateMessageId(IdDomain(from));
        message.Body = new TextPart("html") { Text = Body(recipient, lists), ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        if (quirks.OptInMailHasHeaders)
            AddHeaders(message, recipient);
        return new OutgoingMail(from, to, message);
    }

    private string IdDomain(MailboxAddress from)
    {
        if (quirks.MessageIdHasSenderDomain)
            return from.Domain;
        return quirks.MessageIdHasHostName ? Environment.MachineName.ToLowerInvariant() : "localhost.localdomain";
    }

    private void AddHeaders(MimeMessage message, Recipient recipient)
    {
        message.Headers.Add("X-Listmonk-Subscriber", recipient.Uuid.ToString());
        if (!(quirks.UnsubscribeHeaderFollowsSwitch ? settings.SendsOptIn : settings.Flag("privacy.unsubscribe_header")))
            return;
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{UnsubscribeLink(recipient)}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private string Body(Recipient recipient, IReadOnlyList<WaitingList> lists)
    {
        StringBuilder names = new();
        foreach (WaitingList list in lists)
            names.Append("<li>").Append(WebUtility.HtmlEncode(list.IsPrivate ? "Private list" : list.Name)).Append("</li>\n");
        string first = recipient.Name.Split(' ')[0];
        return $"""
            <!doctype html>
            <html>
            <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(settings.Text("app.site_name"))}</title></head>
            <body>
            <h2>Please confirm</h2>
            <p>Hello {WebUtility.HtmlEncode(first)}, somebody, we hope you, put this address on:</p>
            <ul>
            {names}</ul>
            <p><a href="{WebUtility.HtmlEncode(ConfirmLink(recipient, lists))}">Confirm subscription</a></p>
            <p><a href="{WebUtility.HtmlEncode(UnsubscribeLink(recipient))}?manage=true">Unsubscribe</a></p>
            </body>
            </html>
            """;
    }

    /// <summary>The link has no token and no expiry; root_url is used as it was loaded, right or wrong (G33).</summary>
    private string ConfirmLink(Recipient recipient, IReadOnlyList<WaitingList> lists) =>
        $"{settings.RootUrl}/subscription/optin/{recipient.Uuid}?{string.Join('&', lists.Select(list => $"l={list.Uuid}"))}";

    /// <summary>Carries the all-zero campaign, which is why one click on it changes nothing (B7).</summary>
    private string UnsubscribeLink(Recipient recipient) => $"{settings.RootUrl}/subscription/{Guid.Empty}/{recipient.Uuid}";
}

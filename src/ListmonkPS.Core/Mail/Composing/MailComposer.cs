using System.Net;
using MimeKit;

namespace ListmonkPS.Core.Mail.Composing;

/// <summary>Composes mails of a template. What subscribers wrote can neither begin a header field (RFC 5322 section 2.2) nor mark-up.</summary>
/// <param name="template">The template.</param>
internal sealed class MailComposer(MailTemplate template)
{
    /// <summary>The mail of a draft.</summary>
    public MimeMessage Compose(MailDraft draft)
    {
        MimeMessage message = new() { Date = draft.Date, MessageId = draft.MessageId, Subject = template.Subject.Fill(draft.Values, InLine) };
        message.From.Add(draft.From);
        message.To.Add(draft.To);
        foreach (Header header in draft.Headers)
            message.Headers.Add(header.Clone());
        TextPart? text = template.Text is null ? null : new TextPart("plain") { Text = template.Text.Fill(draft.Values, InLine) };
        TextPart? html = template.Html is null ? null : new TextPart("html") { Text = template.Html.Fill(draft.Values, value => WebUtility.HtmlEncode(InLine(value))) };
        message.Body = (text, html) switch
        {
            ({ } plain, { } rich) => new MultipartAlternative(plain, rich),
            _ => text ?? html,
        };
        return message;
    }

    /// <summary>Whole: a link that is cut confirms nothing.</summary>
    private static string InLine(string value) => MailLine.Of(value);
}

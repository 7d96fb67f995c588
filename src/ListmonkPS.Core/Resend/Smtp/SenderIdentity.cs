using MimeKit;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>Who sends, and what each mail carries, by the settings of the server.</summary>
/// <param name="From">app.from_email.</param>
/// <param name="RootUrl">app.root_url, without a slash at its end.</param>
/// <param name="SiteName">app.site_name.</param>
/// <param name="HasListmonkHeaders">Whether mails carry X-Listmonk-Subscriber, as in this version.</param>
/// <param name="HasUnsubscribeHeader">privacy.unsubscribe_header.</param>
/// <param name="Headers">Headers of the SMTP block.</param>
internal sealed record SenderIdentity(
    MailboxAddress From, string RootUrl, string SiteName, bool HasListmonkHeaders, bool HasUnsubscribeHeader, BlockHeaders Headers);

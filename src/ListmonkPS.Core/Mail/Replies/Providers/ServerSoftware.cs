namespace ListmonkPS.Core.Mail.Replies.Providers;

/// <summary>Mail server software, recognised by its greeting or its turns of phrase.</summary>
internal static class ServerSoftware
{
    public static IReadOnlyList<SmtpProvider> All { get; } =
    [
        Of("Postgrey", "postgrey"),
        Of("mailcow", "mailcow"),
        Of("cPanel", "exceededthemaxemailsperhour", "cpanel"),
        Of("Postal", "postal", "from/sendernameisnotvalid"),
        Of("Postfix", "postfix", "recipientaddressrejected:", "senderaddressrejected:", "clienthostrejected:", "helocommandrejected:", "relayaccessdenied"),
        Of("Exim", "exim", "unrouteableaddress", "relaynotpermitted"),
        Of("Sendmail", "sendmail", "iplookupfailed", "ipnamelookupfailed"),
        Of("qmail", "qmail", "rcpthosts", "nomailboxherebythatname"),
        Of("Exchange", "microsoftesmtpmailservice", "smtp;unabletorelay"),
        Of("poste.io", "poste.io"),
        Of("Haraka", "haraka"),
        Of("OpenSMTPD", "opensmtpd"),
        Of("Zimbra", "zimbra"),
        Of("MDaemon", "mdaemon"),
        Of("Stalwart", "stalwart"),
        Of("Proton Bridge", "protonmailbridge"),
        Of("MailHog", "mailhog"),
        Of("Mailpit", "mailpit"),
    ];

    private static SmtpProvider Of(string name, params string[] marks) => new(name) { Marks = marks, IsSoftware = true };
}

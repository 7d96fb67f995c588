namespace ListmonkPS.Core.Listmonk.Settings.Catalogue;

/// <summary>The settings keys that the module names in rules; every other key is known from the catalogue only.</summary>
internal static class SettingKeys
{
    /// <summary>The switch for opt-in mail.</summary>
    public const string SendOptInConfirmation = "app.send_optin_confirmation";

    /// <summary>Prefix of the links in mails.</summary>
    public const string RootUrl = "app.root_url";

    /// <summary>Sender of all mails, with or without a name.</summary>
    public const string FromEmail = "app.from_email";

    /// <summary>Name of the site on its pages and in mails.</summary>
    public const string SiteName = "app.site_name";

    /// <summary>Whether mails carry List-Unsubscribe.</summary>
    public const string UnsubscribeHeader = "privacy.unsubscribe_header";

    /// <summary>The SMTP servers.</summary>
    public const string Smtp = "smtp";

    /// <summary>The migrations that ran; no setting, and not in the API.</summary>
    public const string Migrations = "migrations";
}

namespace ListmonkPS.Core.Mail.Composing;

/// <summary>The fields that a template may name, as {{Name}}; documented in about_ListmonkPS_Resend.</summary>
internal static class TemplateFields
{
    /// <summary>The subscriber's name.</summary>
    public const string Name = "Name";

    /// <summary>Its first word.</summary>
    public const string FirstName = "FirstName";

    /// <summary>The subscriber's address.</summary>
    public const string Email = "Email";

    /// <summary>Names of the lists, joined with commas; one that is not public has no name here.</summary>
    public const string Lists = "Lists";

    /// <summary>The link that confirms: each part of a mail needs it.</summary>
    public const string ConfirmUri = "ConfirmUri";

    /// <summary>The page where subscriptions are changed and ended.</summary>
    public const string UnsubscribeUri = "UnsubscribeUri";

    /// <summary>app.site_name.</summary>
    public const string SiteName = "SiteName";

    /// <summary>app.root_url.</summary>
    public const string RootUri = "RootUri";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Name, FirstName, Email, Lists, ConfirmUri, UnsubscribeUri, SiteName, RootUri];
}

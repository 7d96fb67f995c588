namespace ListmonkPS.Core.Listmonk.Settings.Catalogue;

/// <summary>What the text of a string setting has to look like, beyond being a string (contract 3.1 and 3.4).</summary>
internal enum SettingForm
{
    /// <summary>Any text on one line; may be empty.</summary>
    Line = 0,

    /// <summary>Any text, with line breaks and tabs; may be empty.</summary>
    Text,

    /// <summary>Absolute http or https address, without user, query and fragment: other addresses are built by appending to it.</summary>
    Url,

    /// <summary>Mail address, with or without a name before it (RFC 5322 section 3.4).</summary>
    Address,

    /// <summary>Language code; never empty, since v5 an empty one stops the start.</summary>
    Language,

    /// <summary>One of a few words, case-sensitive.</summary>
    Choice,

    /// <summary>Name of a server or its address, without blanks.</summary>
    Host,

    /// <summary>Name of an SMTP server: letters, digits and dashes; listmonk puts "email-" before it.</summary>
    SmtpName,

    /// <summary>A name that may not be empty.</summary>
    Name,

    /// <summary>Absolute http or https address, stored as it is; may be empty.</summary>
    WebAddress,

    /// <summary>Mail domain, or all below one as *.example.org.</summary>
    Domain,

    /// <summary>Mail headers: an array of objects with one member each.</summary>
    Headers,
}

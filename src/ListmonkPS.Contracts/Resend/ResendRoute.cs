namespace ListmonkPS;

/// <summary>How opt-in mails are sent again.</summary>
public enum ResendRoute
{
    /// <summary>listmonk sends them: one call of its API a person. Its own template, its own servers.</summary>
    Api,

    /// <summary>This module composes and sends them over an SMTP server of listmonk's settings.</summary>
    Smtp,
}

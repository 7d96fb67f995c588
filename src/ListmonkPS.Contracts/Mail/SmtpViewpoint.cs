namespace ListmonkPS;

/// <summary>From where a mail server was tried: networks differ.</summary>
public enum SmtpViewpoint
{
    /// <summary>This machine.</summary>
    Here = 0,

    /// <summary>listmonk itself, by its own test mail.</summary>
    Listmonk,
}

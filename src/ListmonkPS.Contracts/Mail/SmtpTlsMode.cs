namespace ListmonkPS;

/// <summary>How a connection to a mail server is encrypted.</summary>
public enum SmtpTlsMode
{
    /// <summary>Not at all (listmonk's tls_type none).</summary>
    None = 0,

    /// <summary>It begins in the clear and changes to TLS (RFC 3207; tls_type STARTTLS, usually port 587).</summary>
    StartTls,

    /// <summary>From the first byte (RFC 8314; tls_type TLS, usually port 465).</summary>
    Implicit,
}

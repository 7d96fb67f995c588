namespace ListmonkPS;

/// <summary>A way of logging in to a mail server, out of those that listmonk knows.</summary>
public enum SmtpAuthMechanism
{
    /// <summary>No log-in (auth_protocol none or empty).</summary>
    None = 0,

    /// <summary>PLAIN (RFC 4616).</summary>
    Plain,

    /// <summary>LOGIN, of no standard but widespread.</summary>
    Login,

    /// <summary>CRAM-MD5 (RFC 2195).</summary>
    CramMd5,
}

namespace ListmonkPS.Core.Mail.Smtp.Tls;

/// <summary>What can be wrong with a certificate.</summary>
internal enum CertificateTrouble
{
    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Its time has not begun, or a clock is wrong.</summary>
    NotYetValid,

    /// <summary>It has no subject alternative names; the common name alone does not count.</summary>
    NoNames,

    /// <summary>It is for other names.</summary>
    OtherName,

    /// <summary>It is signed by itself.</summary>
    SelfSigned,

    /// <summary>Its issuer is not trusted, or the chain to it is not complete.</summary>
    Untrusted,
}

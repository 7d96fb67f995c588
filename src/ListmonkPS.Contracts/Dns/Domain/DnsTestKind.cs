namespace ListmonkPS;

/// <summary>What a <see cref="DnsTest"/> is about.</summary>
public enum DnsTestKind
{
    /// <summary>Whether the sending host may send for the envelope domain.</summary>
    Spf,

    /// <summary>A key that signatures are verified with.</summary>
    Dkim,

    /// <summary>The policy for mail that fails.</summary>
    Dmarc,

    /// <summary>Whether the envelope or the signing domain fits the From domain, so that DMARC passes.</summary>
    Alignment,

    /// <summary>The name of a sending address, and whether it leads back.</summary>
    Ptr,

    /// <summary>The name that the server says in HELO.</summary>
    Hello,

    /// <summary>Where replies and bounces go.</summary>
    Mx,

    /// <summary>The host that the confirm links lead to.</summary>
    RootUrl,

    /// <summary>Whether others must use TLS to the domain's mail hosts (RFC 8461).</summary>
    MtaSts,

    /// <summary>Where reports about TLS go (RFC 8460).</summary>
    TlsRpt,

    /// <summary>Whether the domain's own servers agree.</summary>
    Authority,
}

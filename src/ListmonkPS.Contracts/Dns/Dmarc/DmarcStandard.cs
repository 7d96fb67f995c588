namespace ListmonkPS;

/// <summary>Which text DMARC is judged by; receivers of both kinds are in use.</summary>
public enum DmarcStandard
{
    /// <summary>RFC 9989 of May 2026: the organizational domain comes from a walk up the DNS tree.</summary>
    Rfc9989,

    /// <summary>RFC 7489 of 2015: the organizational domain comes from a list of public suffixes.</summary>
    Rfc7489,
}

namespace ListmonkPS;

/// <summary>The machine words in <see cref="DmarcResult.Reasons"/>.</summary>
public static class DmarcReason
{
    /// <summary>The record of the domain itself applies.</summary>
    public const string AuthorDomainRecord = "author-domain-record";

    /// <summary>The record of the organizational domain applies.</summary>
    public const string OrganizationalDomainRecord = "organizational-domain-record";

    /// <summary>The record of a public suffix applies.</summary>
    public const string PsdRecord = "psd-record";

    /// <summary>No record applies.</summary>
    public const string NoRecord = "no-record";

    /// <summary>A TXT record was discarded: it does not start with v=DMARC1.</summary>
    public const string NotDmarc = "not-dmarc";

    /// <summary>A name had more than one DMARC record, so none of them counts.</summary>
    public const string MultipleRecords = "multiple-records";

    /// <summary>psd=y ended the walk: the organizational domain is one label below.</summary>
    public const string PsdStopY = "psd-stop-y";

    /// <summary>psd=n ended the walk: that name is the organizational domain.</summary>
    public const string PsdStopN = "psd-stop-n";

    /// <summary>The name has more than eight labels, so that the walk skipped some.</summary>
    public const string WalkShortened = "walk-shortened";

    /// <summary>The domain does not exist (NXDOMAIN).</summary>
    public const string DomainNonexistent = "domain-nonexistent";

    /// <summary>p is absent.</summary>
    public const string PolicyMissing = "policy-missing";

    /// <summary>p is none of none, quarantine and reject.</summary>
    public const string PolicyInvalid = "policy-invalid";

    /// <summary>sp is none of none, quarantine and reject.</summary>
    public const string SpInvalid = "sp-invalid";

    /// <summary>np is none of none, quarantine and reject.</summary>
    public const string NpInvalid = "np-invalid";

    /// <summary>p=none is assumed in place of a bad policy, as there is somebody to report to.</summary>
    public const string AssumedNone = "assumed-none";

    /// <summary>A bad policy and nobody to report to: no DMARC processing.</summary>
    public const string NoProcessing = "no-processing";

    /// <summary>t=y lowered the policy by one step.</summary>
    public const string TestMode = "test-mode";

    /// <summary>A tag that the standard does not know; ignored.</summary>
    public const string TagUnknown = "tag-unknown";

    /// <summary>pct, rf or ri, which RFC 9989 removed; ignored.</summary>
    public const string TagRemoved = "tag-removed";

    /// <summary>Something between two semicolons that is no tag; ignored.</summary>
    public const string TagMalformed = "tag-malformed";

    /// <summary>A tag stands twice; the first counts.</summary>
    public const string TagDuplicate = "tag-duplicate";

    /// <summary>A value outside the grammar; the default holds.</summary>
    public const string ValueInvalid = "value-invalid";

    /// <summary>An entry of rua or ruf that is no URI.</summary>
    public const string UriInvalid = "uri-invalid";

    /// <summary>An entry of rua or ruf with a size behind it.</summary>
    public const string UriSize = "uri-size";

    /// <summary>fo is ignored, as there is no ruf.</summary>
    public const string FoWithoutRuf = "fo-without-ruf";

    /// <summary>A query did not complete.</summary>
    public const string DnsError = "dns-error";

    /// <summary>SPF passed for an aligned domain.</summary>
    public const string SpfAligned = "spf-aligned";

    /// <summary>SPF passed, but for a domain that is not aligned.</summary>
    public const string SpfUnaligned = "spf-unaligned";

    /// <summary>SPF did not pass.</summary>
    public const string SpfNotPass = "spf-not-pass";

    /// <summary>A signature of an aligned domain verified.</summary>
    public const string DkimAligned = "dkim-aligned";

    /// <summary>Signatures verified, but none of an aligned domain.</summary>
    public const string DkimUnaligned = "dkim-unaligned";
}

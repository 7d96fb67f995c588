namespace ListmonkPS;

/// <summary>The machine words in <see cref="DkimResult.Reasons"/>.</summary>
public static class DkimReason
{
    /// <summary>There is no TXT record at the name.</summary>
    public const string NoKey = "no-key";

    /// <summary>The query did not complete.</summary>
    public const string DnsError = "dns-error";

    /// <summary>More than one TXT record at the name (RFC 6376 3.6.2.2 leaves open which counts).</summary>
    public const string MultipleRecords = "multiple-records";

    /// <summary>The several records are parts of one key that should be one record of several strings.</summary>
    public const string KeySplit = "key-split";

    /// <summary>The tag list is malformed (RFC 6376 3.2).</summary>
    public const string SyntaxError = "syntax-error";

    /// <summary>A tag occurs twice (RFC 6376 3.2).</summary>
    public const string TagDuplicate = "tag-duplicate";

    /// <summary>v is not DKIM1.</summary>
    public const string VersionUnsupported = "version-unsupported";

    /// <summary>v is not the first tag.</summary>
    public const string VersionNotFirst = "version-not-first";

    /// <summary>p is absent.</summary>
    public const string KeyMissing = "key-missing";

    /// <summary>p is empty: the key is withdrawn.</summary>
    public const string KeyRevoked = "key-revoked";

    /// <summary>p is not a key of the type.</summary>
    public const string KeyUnparsable = "key-unparsable";

    /// <summary>p is shorter than its first octets say: it was cut.</summary>
    public const string KeyTruncated = "key-truncated";

    /// <summary>Quotation marks or backslashes stand in the record: it was pasted with the quoting of a zone file.</summary>
    public const string QuotingMistake = "quoting-mistake";

    /// <summary>k is neither rsa nor ed25519.</summary>
    public const string KeyTypeUnknown = "key-type-unknown";

    /// <summary>RSA under 1024 bits: never valid (RFC 8301 3.2).</summary>
    public const string KeyTooShort = "key-too-short";

    /// <summary>RSA of 1024 to 2047 bits: signers should use 2048 (RFC 8301 3.2).</summary>
    public const string KeyBelowRecommended = "key-below-recommended";

    /// <summary>RSA above 4096 bits: verifiers need not handle it (RFC 8301 3.2).</summary>
    public const string KeyAboveRequired = "key-above-required";

    /// <summary>The key is not of the signature's type.</summary>
    public const string AlgorithmMismatch = "algorithm-mismatch";

    /// <summary>rsa-sha1: never verifies any more (RFC 8301 3.1).</summary>
    public const string AlgorithmHistoric = "algorithm-historic";

    /// <summary>h does not list the signature's hash.</summary>
    public const string HashMismatch = "hash-mismatch";

    /// <summary>s lists neither email nor *.</summary>
    public const string ServiceMismatch = "service-mismatch";

    /// <summary>The identity (i) is outside the signing domain, or below it where t=s forbids that.</summary>
    public const string IdentityMismatch = "identity-mismatch";

    /// <summary>t=y: the domain is testing.</summary>
    public const string Testing = "testing";

    /// <summary>A tag that RFC 6376 does not know; ignored.</summary>
    public const string TagUnknown = "tag-unknown";
}

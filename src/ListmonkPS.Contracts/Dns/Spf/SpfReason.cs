namespace ListmonkPS;

/// <summary>The machine words in <see cref="SpfResult.Reasons"/>.</summary>
public static class SpfReason
{
    /// <summary>The domain is no fully qualified name: a single label, an address literal, an empty or too long label (RFC 7208 4.3).</summary>
    public const string DomainInvalid = "domain-invalid";

    /// <summary>No TXT record is an SPF record (4.5).</summary>
    public const string NoRecord = "no-record";

    /// <summary>More than one SPF record at a name (4.5).</summary>
    public const string MultipleRecords = "multiple-records";

    /// <summary>A term does not fit the grammar (4.6).</summary>
    public const string SyntaxError = "syntax-error";

    /// <summary>Nothing matched and there is no redirect (4.7).</summary>
    public const string DefaultResult = "default-result";

    /// <summary>The target of an include or redirect has no SPF record (5.2, 6.1).</summary>
    public const string TargetWithoutRecord = "target-without-record";

    /// <summary>More than ten terms that need lookups (4.6.4).</summary>
    public const string LookupLimit = "lookup-limit";

    /// <summary>More than two terms whose lookups found nothing (4.6.4).</summary>
    public const string VoidLimit = "void-limit";

    /// <summary>More than ten hosts behind one mx (4.6.4).</summary>
    public const string MxLimit = "mx-limit";

    /// <summary>A lookup failed: no answer, or a server's error (4.4, 5).</summary>
    public const string DnsError = "dns-error";

    /// <summary>The check took longer than it may (4.6.4).</summary>
    public const string TimeLimit = "time-limit";
}

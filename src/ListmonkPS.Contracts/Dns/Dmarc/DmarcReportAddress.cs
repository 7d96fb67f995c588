namespace ListmonkPS;

/// <summary>One address that a DMARC record asks reports to be sent to.</summary>
/// <param name="Tag">rua for aggregate reports, ruf for reports of single mails.</param>
/// <param name="Uri">The URI without an obsolete size.</param>
/// <param name="Status">
/// internal (of the same organization), authorized, unauthorized (the other organization did not agree, so that reports silently never come),
/// unknown (the DNS did not answer), unsupported (no mailto address).
/// </param>
/// <param name="AuthorizedBy">Name of the record that agrees or would have to; null when none is needed.</param>
public sealed record DmarcReportAddress(string Tag, string Uri, string Status, string? AuthorizedBy = null)
{
    /// <summary>Of the same organization.</summary>
    public const string Internal = "internal";

    /// <summary>The other organization agreed.</summary>
    public const string Authorized = "authorized";

    /// <summary>The other organization did not agree.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The DNS did not answer.</summary>
    public const string Unknown = "unknown";

    /// <summary>No mailto address; receivers may leave it out.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>Address and status.</summary>
    public override string ToString() => $"{Uri} ({Status})";
}

namespace ListmonkPS.Core.Dns.Dmarc.Records;

/// <summary>A record as read, with defaults put in (RFC 9989 4.7, RFC 7489 6.3).</summary>
/// <param name="Text">As published, strings joined.</param>
internal sealed record DmarcRecord(string Text)
{
    /// <summary>p; null when absent or invalid.</summary>
    public string? Policy { get; init; }

    /// <summary>sp; null when absent or invalid.</summary>
    public string? SubdomainPolicy { get; init; }

    /// <summary>np; null when absent or invalid, and by RFC 7489.</summary>
    public string? NonexistentPolicy { get; init; }

    /// <summary>r or s.</summary>
    public required string DkimAlignment { get; init; }

    /// <summary>r or s.</summary>
    public required string SpfAlignment { get; init; }

    /// <summary>y, n or u; u by RFC 7489.</summary>
    public required string PublicSuffix { get; init; }

    /// <summary>y or n; n by RFC 7489.</summary>
    public required string Testing { get; init; }

    /// <summary>Percentage of RFC 7489.</summary>
    public required int Percentage { get; init; }

    /// <summary>Seconds between aggregate reports, of RFC 7489.</summary>
    public required int ReportInterval { get; init; }

    /// <summary>Addresses for aggregate reports.</summary>
    public required IReadOnlyList<string> AggregateAddresses { get; init; }

    /// <summary>Addresses for failure reports.</summary>
    public required IReadOnlyList<string> FailureAddresses { get; init; }

    /// <summary>When failure reports are wanted.</summary>
    public required IReadOnlyList<string> FailureOptions { get; init; }

    /// <summary>Machine words for what is wrong with policies: then p=none is assumed or nothing is done (RFC 9989 4.10.1).</summary>
    public required IReadOnlyList<string> PolicyFaults { get; init; }

    /// <summary>Machine words for all else.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>True when p=none is to be assumed: a policy is bad, but there is somebody to report to.</summary>
    public bool IsAssumedNone => PolicyFaults.Count > 0 && AggregateAddresses.Count > 0;
}

namespace ListmonkPS;

/// <summary>What check_host of RFC 7208 says of one address, domain and sender.</summary>
public sealed record SpfResult
{
    /// <summary>Domain that was checked.</summary>
    public required string Domain { get; init; }

    /// <summary>Address of the sending host; an IPv4-mapped IPv6 address shows as IPv4.</summary>
    public required string IPAddress { get; init; }

    /// <summary>Sender as macros see it, with the local part postmaster where none was given.</summary>
    public required string Sender { get; init; }

    /// <summary>Name in HELO or EHLO as macros see it.</summary>
    public required string HelloName { get; init; }

    /// <summary>The result.</summary>
    public SpfOutcome Result { get; init; }

    /// <summary>What the domain tells about a Fail (exp=), written by a stranger; null when it tells nothing.</summary>
    public string? Explanation { get; init; }

    /// <summary>Terms with lookups that this check came to; ten are allowed.</summary>
    public int LookupCount { get; init; }

    /// <summary>Terms whose lookups found nothing; two are allowed.</summary>
    public int VoidLookupCount { get; init; }

    /// <summary>The domain's record; null when there is none.</summary>
    public string? Record { get; init; }

    /// <summary>The term that decided, behind the includes and redirects that led to it; null when none did.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Machine words for a result that no term gave; see <see cref="SpfReason"/>.</summary>
    public TextList<string> Reasons { get; init; } = TextList<string>.Empty;

    /// <summary>Which of IPAddress, Domain, Sender and HelloName were inferred from a server's settings instead of given.</summary>
    public TextList<string> Inferred { get; init; } = TextList<string>.Empty;

    /// <summary>The result in one sentence.</summary>
    public string Summary => Sentence?.Text ?? "";

    /// <summary>The tree that was evaluated; null when the domain cannot have a record.</summary>
    public SpfCheckTrace? Trace { get; init; }

    /// <summary>The summary before it is put into words.</summary>
    internal SpfSentence? Sentence { get; init; }
}

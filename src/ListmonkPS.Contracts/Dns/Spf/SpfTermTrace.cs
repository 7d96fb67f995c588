namespace ListmonkPS;

/// <summary>One term of an SPF record as it was evaluated.</summary>
public sealed record SpfTermTrace
{
    /// <summary>The term as published, for example include:_spf.example.com.</summary>
    public required string Term { get; init; }

    /// <summary>The name that was asked after macros were put in; null for terms that ask nothing.</summary>
    public string? Target { get; init; }

    /// <summary>True when the term matched and so decided its record.</summary>
    public bool Matched { get; init; }

    /// <summary>Result that the term gave its record; null when evaluation went on behind it.</summary>
    public SpfOutcome? Result { get; init; }

    /// <summary>Terms with lookups so far in the whole check, this one included; the eleventh is a PermError.</summary>
    public int LookupCount { get; init; }

    /// <summary>Terms so far whose lookups found nothing; the third is a PermError.</summary>
    public int VoidLookupCount { get; init; }

    /// <summary>Address or network that matched; null when none did.</summary>
    public string? MatchedAddress { get; init; }

    /// <summary>What the DNS had: addresses, hosts of mx, names of ptr.</summary>
    public TextList<string> Found { get; init; } = TextList<string>.Empty;

    /// <summary>The machine word for what went wrong here; null when nothing did.</summary>
    public string? Reason { get; init; }

    /// <summary>The check of the included or redirected domain; null for other terms.</summary>
    public SpfCheckTrace? Inner { get; init; }
}

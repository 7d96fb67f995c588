namespace ListmonkPS;

/// <summary>What one DKIM key record is worth, alone or for one kind of signature.</summary>
public sealed record DkimResult
{
    /// <summary>Signing domain (d=).</summary>
    public required string Domain { get; init; }

    /// <summary>Selector (s=).</summary>
    public required string Selector { get; init; }

    /// <summary>Name where the record is looked for.</summary>
    public required string Name { get; init; }

    /// <summary>The record with its strings joined; the first when there are several, null when there is none.</summary>
    public string? Record { get; init; }

    /// <summary>One of the words of <see cref="DkimVerdict"/>: usable, revoked, invalid, missing, temperror.</summary>
    public required string Verdict { get; init; }

    /// <summary>rsa or ed25519; null when there is no key of a known type.</summary>
    public string? KeyType { get; init; }

    /// <summary>Bits of the RSA modulus, 256 for ed25519; null when there is no key.</summary>
    public int? KeyBits { get; init; }

    /// <summary>True when the domain says that it is testing (t=y).</summary>
    public bool Testing { get; init; }

    /// <summary>True when the identity must be the signing domain itself (t=s).</summary>
    public bool StrictIdentity { get; init; }

    /// <summary>Machine words for all that was noticed; see <see cref="DkimReason"/>.</summary>
    public TextList<string> Reasons { get; init; } = TextList<string>.Empty;

    /// <summary>The verdict in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What to do; null when nothing is to be done.</summary>
    public string? Remedy { get; init; }

    /// <summary>Names that CNAMEs led through; providers keep keys in their own zones.</summary>
    public TextList<string> Aliases { get; init; } = TextList<string>.Empty;
}

namespace ListmonkPS.Core.Dns.Dkim;

/// <summary>A key record as read (RFC 6376 3.6.1): what it says, and the words for what is wrong or notable with it alone.</summary>
internal sealed record DkimKeyRecord
{
    private const string Version = "DKIM1";
    private const int LeastBits = 1024;
    private const int RecommendedBits = 2048;
    private const int RequiredBits = 4096;

    private static readonly string[] KnownTags = ["v", "h", "k", "n", "p", "s", "t"];
    private static readonly string[] MailServices = ["*", "email"];

    private readonly List<string> _reasons = [];

    /// <summary>rsa or ed25519; null for another type, or when the list is malformed.</summary>
    public string? KeyType { get; private init; }

    /// <summary>The key; null when there is none that can be used.</summary>
    public DkimPublicKey? Key { get; private set; }

    /// <summary>Octets that a cut key should have, with those that it has; null for others.</summary>
    public (int Expected, int Found)? Cut { get; private set; }

    /// <summary>Hashes that may be used; null for all.</summary>
    public IReadOnlyList<string>? Hashes { get; private init; }

    public bool IsRevoked { get; private set; }

    public bool IsTesting { get; private init; }

    public bool IsStrict { get; private init; }

    /// <summary>Machine words, in the order of reading.</summary>
    public IReadOnlyList<string> Reasons => _reasons;

    /// <summary>Reads a record.</summary>
    public static DkimKeyRecord Parse(string text)
    {
        (DkimTagList? tags, string? malformed) = DkimTagList.Parse(text);
        if (tags is null)
            return new DkimKeyRecord().Note(malformed!);
        string type = tags.Find("k") ?? DkimPublicKey.Rsa;
        bool isKnown = type is DkimPublicKey.Rsa or DkimPublicKey.Ed25519;
        string[] flags = tags.FindList("t") ?? [];
        DkimKeyRecord record = new()
        {
            KeyType = isKnown ? type : null,
            Hashes = tags.FindList("h"),
            IsTesting = flags.Contains("y"),
            IsStrict = flags.Contains("s"),
        };
        record.JudgeTags(tags);
        record.ReadKey(tags);
        return record;
    }

    private void JudgeTags(DkimTagList tags)
    {
        if (tags.Find("v") is { } version)
        {
            if (version != Version)
                Note(DkimReason.VersionUnsupported);
            else if (tags.Names[0] != "v")
                Note(DkimReason.VersionNotFirst);
        }

        if (KeyType is null)
            Note(DkimReason.KeyTypeUnknown);
        if (tags.FindList("s") is { } services && !services.Intersect(MailServices).Any())
            Note(DkimReason.ServiceMismatch);
        if (IsTesting)
            Note(DkimReason.Testing);
        if (tags.Names.Except(KnownTags).Any())
            Note(DkimReason.TagUnknown);
    }

    private void ReadKey(DkimTagList tags)
    {
        string? written = tags.FindCompact("p");
        IsRevoked = written?.Length == 0;
        if (written is null)
            Note(DkimReason.KeyMissing);
        else if (IsRevoked)
            Note(DkimReason.KeyRevoked);
        else if (KeyType is not null)
            ReadKey(written);
    }

    private void ReadKey(string written)
    {
        byte[]? octets = DkimPublicKey.Decode(written);
        Key = octets is null ? null : DkimPublicKey.Read(KeyType!, octets);
        if (Key is null)
        {
            Note(DkimReason.KeyUnparsable);
            byte[] readable = octets ?? DkimPublicKey.Decode(written[..(written.Length / 4 * 4)]) ?? [];
            if (DkimPublicKey.ExpectedLength(readable) is { } expected)
            {
                Cut = (expected, readable.Length);
                Note(DkimReason.KeyTruncated);
            }
        }
        else if (KeyType == DkimPublicKey.Rsa && Key.Bits < RecommendedBits)
        {
            Note(Key.Bits < LeastBits ? DkimReason.KeyTooShort : DkimReason.KeyBelowRecommended); // RFC 8301 3.2
        }
        else if (Key.Bits > RequiredBits)
        {
            Note(DkimReason.KeyAboveRequired);
        }
    }

    private DkimKeyRecord Note(string reason)
    {
        _reasons.Add(reason);
        return this;
    }
}

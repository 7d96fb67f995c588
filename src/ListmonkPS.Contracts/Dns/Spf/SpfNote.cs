namespace ListmonkPS;

/// <summary>Machine words for what is notable about a record that is right.</summary>
public static class SpfNote
{
    /// <summary>Neither all nor redirect: unknown hosts get neutral.</summary>
    public const string NoEnd = "no-end";

    /// <summary>+all: every host of the world may send.</summary>
    public const string AllowsAll = "allows-all";

    /// <summary>?all: nothing is said about unknown hosts.</summary>
    public const string SaysNothing = "says-nothing";

    /// <summary>ptr is not to be published (RFC 7208 5.5).</summary>
    public const string Ptr = "ptr";

    /// <summary>Longer than what surely fits into one answer (RFC 7208 3.4).</summary>
    public const string Long = "long";

    /// <summary>More than eight of the ten lookups are used.</summary>
    public const string ManyLookups = "many-lookups";

    /// <summary>Terms behind all have no effect.</summary>
    public const string BehindAll = "behind-all";
}

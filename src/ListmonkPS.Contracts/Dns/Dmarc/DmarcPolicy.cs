namespace ListmonkPS;

/// <summary>What a domain asks receivers to do with mail that fails, as published.</summary>
public static class DmarcPolicy
{
    /// <summary>Nothing but to report.</summary>
    public const string None = "none";

    /// <summary>To look at it with suspicion.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>To refuse it.</summary>
    public const string Reject = "reject";
}

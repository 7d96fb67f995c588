namespace ListmonkPS;

/// <summary>The words in <see cref="DmarcResult.Verdict"/>.</summary>
public static class DmarcVerdict
{
    /// <summary>A policy applies.</summary>
    public const string Found = "found";

    /// <summary>No record applies.</summary>
    public const string None = "none";

    /// <summary>There is a record, but receivers must not act on it.</summary>
    public const string Ignored = "ignored";

    /// <summary>The DNS did not answer; another try may have another result.</summary>
    public const string TempError = "temperror";
}

namespace ListmonkPS;

/// <summary>The words in <see cref="DkimResult.Verdict"/>.</summary>
public static class DkimVerdict
{
    /// <summary>Signatures of the kind asked for can be verified with the key.</summary>
    public const string Usable = "usable";

    /// <summary>The key is withdrawn.</summary>
    public const string Revoked = "revoked";

    /// <summary>There is a record, but it must not be used, or not for this signature.</summary>
    public const string Invalid = "invalid";

    /// <summary>There is no record.</summary>
    public const string Missing = "missing";

    /// <summary>The DNS did not answer; another try may have another result.</summary>
    public const string TempError = "temperror";
}

namespace ListmonkPS;

/// <summary>The words in <see cref="DmarcResult.Result"/>.</summary>
public static class DmarcOutcome
{
    /// <summary>An authenticated domain is aligned.</summary>
    public const string Pass = "pass";

    /// <summary>No authenticated domain is aligned.</summary>
    public const string Fail = "fail";

    /// <summary>DMARC does not apply.</summary>
    public const string None = "none";

    /// <summary>The DNS did not answer where it mattered.</summary>
    public const string TempError = "temperror";
}

namespace ListmonkPS;

/// <summary>Outcome of a check.</summary>
public enum CheckStatus
{
    /// <summary>What the title says is true.</summary>
    Pass,

    /// <summary>Not as it should be, but it does not stop opt-in mail, or the evidence is weak.</summary>
    Warning,

    /// <summary>What the title says is not true.</summary>
    Fail,

    /// <summary>Not judged: an access is missing, or another check's failure makes it impossible. Not a pass.</summary>
    Skipped,

    /// <summary>The check itself could not run. Not a failure of the server.</summary>
    Error,
}

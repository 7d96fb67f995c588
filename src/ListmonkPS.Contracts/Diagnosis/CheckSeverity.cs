namespace ListmonkPS;

/// <summary>How much a finding weighs for the operator.</summary>
public enum CheckSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Should be mended, does not stop opt-in mail.</summary>
    Low,

    /// <summary>Some people are hit, or all are hit a little.</summary>
    Medium,

    /// <summary>Confirmation mails, or the way back from them, are stopped for many.</summary>
    High,

    /// <summary>Nobody gets a confirmation mail, or nobody can confirm.</summary>
    Critical,
}

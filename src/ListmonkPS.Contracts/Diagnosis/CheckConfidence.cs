namespace ListmonkPS;

/// <summary>What kind of evidence a finding rests on, weakest first.</summary>
public enum CheckConfidence
{
    /// <summary>Suggested by figures alone.</summary>
    Low,

    /// <summary>Inferred from several facts that fit.</summary>
    Medium,

    /// <summary>Read directly from the configuration or the server's own answer.</summary>
    High,

    /// <summary>Seen to happen in an experiment.</summary>
    Proved,
}

namespace ListmonkPS.TestBench.Docker;

/// <summary>What the stand-in of Docker does wrongly.</summary>
public enum DockerFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It takes the connection and says nothing.</summary>
    Silent,

    /// <summary>Its log ends inside a frame.</summary>
    CutFrame,

    /// <summary>A head of a frame says that four gigabytes follow.</summary>
    OddFrame,

    /// <summary>Its log is one line that does not end.</summary>
    EndlessLine,

    /// <summary>The daemon's error comes inside the log.</summary>
    SystemError,

    /// <summary>It offers only a version that is too old.</summary>
    OldVersion,

    /// <summary>It answers as a proxy does.</summary>
    Page,
}

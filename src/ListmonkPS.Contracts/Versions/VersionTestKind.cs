namespace ListmonkPS;

/// <summary>What a version is tested for.</summary>
public enum VersionTestKind
{
    /// <summary>A known defect of the version that touches opt-in.</summary>
    Defect,

    /// <summary>Whether releases of this line still come.</summary>
    Support,

    /// <summary>Whether there is a newer release.</summary>
    Newer,
}

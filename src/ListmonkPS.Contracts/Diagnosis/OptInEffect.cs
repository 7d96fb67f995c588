namespace ListmonkPS;

/// <summary>What a failed check does to opt-in.</summary>
public enum OptInEffect
{
    /// <summary>Nothing: it is an observation or a nuisance.</summary>
    None,

    /// <summary>Fewer people confirm.</summary>
    Weakens,

    /// <summary>Stops it for some people or lists.</summary>
    StopsSome,

    /// <summary>Stops it for everybody.</summary>
    StopsAll,
}

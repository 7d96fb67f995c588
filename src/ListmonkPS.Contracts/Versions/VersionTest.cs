namespace ListmonkPS;

/// <summary>One thing that is known of the version that a server runs: a defect with the condition that makes it bite here, or where the version stands among the releases.</summary>
public sealed record VersionTest
{
    /// <summary>What was looked at.</summary>
    public VersionTestKind Kind { get; init; }

    /// <summary>Stable name: B and a number for a defect, else the kind.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the server as it tells it; with the database alone the last migration, which does not tell the patch level.</summary>
    public string? Version { get; init; }

    /// <summary>Pass: it does not bite here. Warning: it bites, or may. Fail: it stops all opt-in mail here.</summary>
    public CheckStatus Status { get; init; }

    /// <summary>What the defect does.</summary>
    public required string Summary { get; init; }

    /// <summary>Why it bites here or not, or what is not known about that.</summary>
    public string? Condition { get; init; }

    /// <summary>True when it bites here, false when not, null when this access does not tell or it depends on what comes.</summary>
    public bool? Bites { get; init; }

    /// <summary>What it does to opt-in when it bites.</summary>
    public OptInEffect Effect { get; init; }

    /// <summary>People whom it hits or can hit here; null when not known or not countable.</summary>
    public long? AffectedCount { get; init; }

    /// <summary>Versions that have it, in words.</summary>
    public string? Affected { get; init; }

    /// <summary>The release that mended it; null when none has.</summary>
    public string? FixedIn { get; init; }

    /// <summary>
    /// The release to go to: the nearest that is without it and brings no other defect that stops opt-in mail. So never v5.0.0 to v5.0.2 for a server that is
    /// older. Null when there is none.
    /// </summary>
    public string? UpgradeTo { get; init; }

    /// <summary>What to do.</summary>
    public CheckRemedy? Remedy { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Reference { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}

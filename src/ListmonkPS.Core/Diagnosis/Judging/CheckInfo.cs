namespace ListmonkPS.Core.Diagnosis.Judging;

/// <summary>What a check says of itself, before anything is read.</summary>
internal sealed record CheckInfo
{
    /// <summary>Stable id: area, dot, words.</summary>
    public required string Id { get; init; }

    /// <summary>Accesses without which nothing can be known; each entry names alternatives, one of which is enough.</summary>
    public IReadOnlyList<Access> Needs { get; init; } = [];

    /// <summary>Types of the facts without which the check cannot judge.</summary>
    public required IReadOnlyList<Type> Reads { get; init; }

    /// <summary>Types of the facts that say more where they can be had.</summary>
    public IReadOnlyList<Type> AlsoReads { get; init; } = [];

    /// <summary>Ids of the checks whose failure is the reason when those facts could not be read.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Place in the chain from sign-up to confirmation.</summary>
    public required OptInStage Stage { get; init; }

    /// <summary>What a failure does to opt-in; a finding may say less.</summary>
    public required OptInEffect Effect { get; init; }

    /// <summary>Weight of a failure; a finding may say less.</summary>
    public required CheckSeverity Severity { get; init; }

    /// <summary>True when the check sees a consequence (no mail came) and not a cause: only then an earlier stop accounts for its failure.</summary>
    public bool IsSymptom { get; init; }

    /// <summary>
    /// True when a failure rests on figures of the past, which stay as they are for a while after the cause is mended: without a cause that accounts for it, it is
    /// a Warning.
    /// </summary>
    public bool WarnsAlone { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Reference { get; init; }

    /// <summary>The sentence that should be true; by default the text of the id.</summary>
    public string Title
    {
        get => field ?? Texts.Format($"check.{Id}.title");
        init;
    }
}

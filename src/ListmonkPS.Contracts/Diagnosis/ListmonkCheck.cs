namespace ListmonkPS;

/// <summary>The result of one check on one server, ranked among the others of the same run.</summary>
public sealed record ListmonkCheck
{
    /// <summary>Stable id: area, dot, words; for example settings.optin-disabled.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence that should be true.</summary>
    public required string Title { get; init; }

    /// <summary>Outcome.</summary>
    public CheckStatus Status { get; init; }

    /// <summary>Weight for the operator; Info for anything but Fail and Warning.</summary>
    public CheckSeverity Severity { get; init; }

    /// <summary>True for a failure that no other failure accounts for.</summary>
    public bool RootCause { get; init; }

    /// <summary>Place in the order of this run, 1 for what to look at first.</summary>
    public int Rank { get; init; }

    /// <summary>Kind of evidence.</summary>
    public CheckConfidence Confidence { get; init; }

    /// <summary>What was found, in one sentence with the numbers in it.</summary>
    public required string Summary { get; init; }

    /// <summary>What was seen.</summary>
    public TextList<CheckEvidence> Evidence { get; init; } = TextList<CheckEvidence>.Empty;

    /// <summary>Since when, where that is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many people are hit, where that is known.</summary>
    public long? AffectedCount { get; init; }

    /// <summary>Ids of the failures that this one accounts for.</summary>
    public TextList<string> Explains { get; init; } = TextList<string>.Empty;

    /// <summary>Id of the failure that accounts for this one, or that made it impossible to judge; null for none.</summary>
    public string? ExplainedBy { get; init; }

    /// <summary>What mends it; null when nothing is to be done.</summary>
    public CheckRemedy? Remedy { get; init; }

    /// <summary>Where to read more: listmonk issue, RFC section, help topic; null for none.</summary>
    public string? Reference { get; init; }

    /// <summary>Time from the start of the run until the check was judged; reading its facts included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Name of the session; empty without one.</summary>
    public required string Session { get; init; }

    /// <summary>Accesses that the check needs: each entry names alternatives, one of which is enough.</summary>
    public TextList<Access> Needs { get; init; } = TextList<Access>.Empty;

    /// <summary>Ids of the checks without which this one cannot be judged.</summary>
    public TextList<string> DependsOn { get; init; } = TextList<string>.Empty;

    /// <summary>Place in the chain from sign-up to confirmation.</summary>
    public OptInStage Stage { get; init; }

    /// <summary>What a failure does to opt-in.</summary>
    public OptInEffect Effect { get; init; }

    /// <summary>The run that this check belongs to; for views only, so that it stays out of exports.</summary>
    internal DiagnosisDigest? Digest { get; init; }

    /// <summary>True for the last check that a run emits: its view carries the closing lines. For views only.</summary>
    internal bool ClosesRun { get; init; }
}

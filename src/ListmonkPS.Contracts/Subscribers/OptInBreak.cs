namespace ListmonkPS;

/// <summary>A point in time from which on clearly fewer of those who signed up have confirmed.</summary>
public sealed record OptInBreak
{
    /// <summary>Most likely time of the break, to a quarter of an hour: sign-ups from then on are hit.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The break lies between this and <see cref="NotAfter"/> with a probability of 95 %.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>The break lies between <see cref="NotBefore"/> and this with a probability of 95 %.</summary>
    public DateTimeOffset NotAfter { get; init; }

    /// <summary>From when on people confirm as before; null while the break lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Share of those who confirm, before: 0 to 1, weeks before the break, corrected for those who confirm late.</summary>
    public double ShareBefore { get; init; }

    /// <summary>The same share since the break.</summary>
    public double ShareAfter { get; init; }

    /// <summary>People who signed up since the break.</summary>
    public long SignedUpCount { get; init; }

    /// <summary>Enabled people who signed up since the break and wait for confirmation.</summary>
    public long AffectedCount { get; init; }

    /// <summary>How many of those would wait without the break, too.</summary>
    public long ExpectedCount { get; init; }

    /// <summary>How sure the break is.</summary>
    public BreakStrength Confidence { get; init; }

    /// <summary>Probability with which chance alone shows such a break anywhere in a history as long as this.</summary>
    public double FalseAlarmProbability { get; init; }

    /// <summary>Which sign-ups it was found in.</summary>
    public BreakScope Scope { get; init; }

    /// <summary>Name of the list, mail domain, or hour of the day (00 to 23, local) for those scopes; empty for Total.</summary>
    public required string ScopeValue { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}

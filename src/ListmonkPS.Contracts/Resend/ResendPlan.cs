namespace ListmonkPS;

/// <summary>Whom a run would mail, through what, and how long that takes: what -WhatIf tells and Invoke-OptInResend then carries out.</summary>
public sealed class ResendPlan
{
    internal ResendPlan(object? link) => Link = link;

    /// <summary>Name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>How it sends.</summary>
    public required ResendRoute Via { get; init; }

    /// <summary>People who are to be mailed.</summary>
    public required long People { get; init; }

    /// <summary>What is planned, in one sentence: the target of the ShouldProcess question.</summary>
    public required string Target { get; init; }

    /// <summary>How many of the input are left out, by reason, in words; empty for nobody.</summary>
    public required string LeftOut { get; init; }

    /// <summary>The plan line by line: through what, how long, who is left out, the first ten.</summary>
    public required string Description { get; init; }

    /// <summary>What is wrong with single people of the input; the others are planned.</summary>
    public required IReadOnlyList<Failure> Problems { get; init; }

    /// <summary>The other side's handle of this plan.</summary>
    internal object? Link { get; }
}

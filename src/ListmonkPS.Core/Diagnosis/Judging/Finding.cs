namespace ListmonkPS.Core.Diagnosis.Judging;

/// <summary>What a check found; its place among the others is not its business.</summary>
internal sealed record Finding
{
    public required CheckStatus Status { get; init; }

    /// <summary>What was found, in one sentence with the numbers in it.</summary>
    public required string Summary { get; init; }

    public IReadOnlyList<CheckEvidence> Evidence { get; init; } = [];

    public CheckConfidence Confidence { get; init; } = CheckConfidence.High;

    /// <summary>Since when; null when not known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many people are hit; null when not known.</summary>
    public long? AffectedCount { get; init; }

    public CheckRemedy? Remedy { get; init; }

    /// <summary>Less than the check's own effect, where this finding does less; null for the check's own.</summary>
    public OptInEffect? Effect { get; init; }

    /// <summary>Other than the check's own severity; null for the check's own.</summary>
    public CheckSeverity? Severity { get; init; }

    /// <summary>Id of the check whose failure leaves nothing to judge here.</summary>
    public string? Because { get; init; }

    /// <summary>Ids of checks whose failure this one accounts for by its own evidence, whatever their place in the chain.</summary>
    public IReadOnlyList<string> AccountsFor { get; init; } = [];

    public static Finding Pass(string summary, params IReadOnlyList<CheckEvidence> evidence) =>
        new() { Status = CheckStatus.Pass, Summary = summary, Evidence = evidence };

    /// <summary>Nothing to judge, since another check's failure took the ground away.</summary>
    public static Finding SkippedBecause(string checkId) =>
        new() { Status = CheckStatus.Skipped, Summary = Texts.Format("check.skipped-because", checkId), Because = checkId };
}

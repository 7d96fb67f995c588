namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>What is wrong with a member of one SMTP block.</summary>
/// <param name="Member">The member: tls_type.</param>
/// <param name="Found">What it holds.</param>
/// <param name="Wanted">What it should hold.</param>
/// <param name="Summary">What that does, in one sentence.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record BlockTrouble(string Member, string Found, string Wanted, string Summary, string Remedy)
{
    /// <summary>Warning unless mail is seen to stop.</summary>
    public CheckStatus Status { get; init; } = CheckStatus.Warning;

    /// <summary>How sure it is.</summary>
    public CheckConfidence Confidence { get; init; } = CheckConfidence.High;

    /// <summary>The new value as a PowerShell expression; null when there is none to propose.</summary>
    public string? NewValue { get; init; }

    /// <summary>True when that value can be set without a person's judgement.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>True for a value with which listmonk does not start: it stops all mail, whatever block it stands in.</summary>
    public bool StopsStart { get; init; }
}

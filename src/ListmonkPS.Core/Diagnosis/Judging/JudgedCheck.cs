namespace ListmonkPS.Core.Diagnosis.Judging;

/// <summary>A check with what it found, before the findings are weighed against each other.</summary>
/// <param name="Info">The check.</param>
/// <param name="Finding">What it found.</param>
/// <param name="Duration">From the start of the run until it was judged.</param>
internal sealed record JudgedCheck(CheckInfo Info, Finding Finding, TimeSpan Duration)
{
    public OptInEffect Effect => Finding.Effect ?? Info.Effect;

    public CheckSeverity Severity => Finding.Severity ?? Info.Severity;
}

using System.Management.Automation;

namespace ListmonkPS.Shell.Times;

/// <summary>Turns what people type into the length of a period: an hour, a day or a week (1h, 1d, 7d, 1w, or a TimeSpan of that length).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PeriodTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly TimeSpan[] Lengths = [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7)];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // The shell reads 1d as a Decimal; the wrapper's text is still what was typed, so it is taken before unwrapping.
        string text = inputData?.ToString() ?? "";
        TimeSpan? span = (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) as TimeSpan? ?? TimeSpanText.TryParse(text);
        if (span is { } length && Lengths.Contains(length))
            return length;
        Failure failure = ShellFailures.PeriodInvalid(text);
        throw new ArgumentTransformationMetadataException(failure.Message + " " + failure.RecommendedAction, new FailureException(failure));
    }
}

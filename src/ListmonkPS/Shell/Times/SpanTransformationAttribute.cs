using System.Globalization;
using System.Management.Automation;

namespace ListmonkPS.Shell.Times;

/// <summary>Turns what people type into a span: 15m, 2d, 1h30m, or a TimeSpan. A bare number is refused: nobody can tell its unit; but 0 is none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpanTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // The shell reads 30s as Int16 and 2d as Decimal; the wrapper's text is still what was typed, so it is taken before unwrapping.
        string text = inputData?.ToString() ?? "";
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is TimeSpan span && span >= TimeSpan.Zero ? span
            : text.Trim() == "0" ? TimeSpan.Zero
            : TimeSpanText.TryParse(text) is { } read ? read
            : throw Refused(IsNumber(text) ? ShellFailures.TimeWithoutUnit(text) : ShellFailures.SpanInvalid(text));
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static ArgumentTransformationMetadataException Refused(Failure failure) =>
        new(failure.Message + " " + failure.RecommendedAction, new FailureException(failure));
}

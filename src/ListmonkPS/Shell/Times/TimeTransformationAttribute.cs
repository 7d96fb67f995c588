using System.Globalization;
using System.Management.Automation;

namespace ListmonkPS.Shell.Times;

/// <summary>
/// Turns what people type into a point in time: a date (ISO 8601; local when it has no offset), a DateTime, or a span back from now
/// (15m, 2d, 1h30m, or a TimeSpan). A bare number is refused: nobody can tell its unit.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // The shell reads 30s as Int16 and 2d as Decimal; the wrapper's text is still what was typed, so it is taken before unwrapping.
        string text = inputData?.ToString() ?? "";
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            DateTimeOffset time => time,
            DateTime time => new DateTimeOffset(time.Kind is DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Local) : time),
            TimeSpan span => Ago(span, text),
            null => throw Refused(ShellFailures.TimeInvalid(text)),
            _ => Parse(text),
        };
    }

    private static DateTimeOffset Parse(string text)
    {
        if (TimeSpanText.TryParse(text) is { } span)
            return Ago(span, text);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            throw Refused(ShellFailures.TimeWithoutUnit(text));
        return DateTimeOffset.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset time)
            ? time
            : throw Refused(ShellFailures.TimeInvalid(text));
    }

    private static DateTimeOffset Ago(TimeSpan span, string text)
    {
        DateTimeOffset now = TimeProvider.System.GetLocalNow();
        return span >= TimeSpan.Zero && span < now - DateTimeOffset.MinValue ? now - span : throw Refused(ShellFailures.TimeInvalid(text));
    }

    private static ArgumentTransformationMetadataException Refused(Failure failure) =>
        new(failure.Message + " " + failure.RecommendedAction, new FailureException(failure));
}

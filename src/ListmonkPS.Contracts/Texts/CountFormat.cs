using System.Globalization;

namespace ListmonkPS;

/// <summary>
/// Puts a number and what is counted into a text: <c>{0:person waits|people wait}</c> is "1 person waits" and "2,143 people wait". Times are
/// of the Gregorian calendar; all else is formatted by the user's culture, as ever.
/// </summary>
internal sealed class CountFormat : IFormatProvider, ICustomFormatter
{
    private const char Or = '|';

    /// <summary>The one that is needed.</summary>
    public static CountFormat Instance { get; } = new();

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : CultureInfo.CurrentCulture.GetFormat(formatType);

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.Split(Or) is [string one, string many] && arg is int or long)
        {
            long count = Convert.ToInt64(arg, CultureInfo.InvariantCulture);
            return $"{count.ToString("N0", CultureInfo.CurrentCulture)} {(count == 1 ? one : many)}";
        }

        // The year of a text is that of the views and of the commands that it is pasted into, whatever calendar the user's culture has (2569, 1448).
        if (arg is DateTimeOffset or DateTime or DateOnly)
            return ((IFormattable)arg).ToString(format, CultureInfo.InvariantCulture);
        return arg is IFormattable formattable ? formattable.ToString(format, CultureInfo.CurrentCulture) : arg?.ToString() ?? "";
    }
}

using System.Text.RegularExpressions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Logs.Reading;

/// <summary>Which entries are wanted.</summary>
internal sealed class LogFilter
{
    private readonly LogRequest _request;
    private readonly Regex? _pattern;

    /// <summary>Takes the wishes.</summary>
    /// <exception cref="FailureException">LogPatternInvalid.</exception>
    public LogFilter(LogRequest request)
    {
        _request = request;
        try
        {
            // Without backtracking no line of a log can make the search take for ever.
            _pattern = request.Pattern is null ? null : new Regex(request.Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new FailureException(LogFailures.LogPatternInvalid(HarmlessText.Of(request.Pattern), HarmlessText.Of(exception.Message)), exception);
        }
    }

    /// <summary>True when it is wanted. An entry without a time is not left out for its age.</summary>
    public bool Takes(LogEntry entry) =>
        (_request.Since is not { } since || entry.Time is not { } at || at >= since)
        && (!_request.OptInOnly || entry.IsOptIn != false)
        && (_pattern is null || _pattern.IsMatch(entry.Message));
}

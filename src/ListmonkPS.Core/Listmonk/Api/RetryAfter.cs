using System.Net.Http.Headers;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>How long a server, or a proxy before it, asks to be left alone: seconds, or an HTTP-date (RFC 9110 section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>What asks for longer has a wrong clock or a wrong setting.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The time from now on, between a second and a day; null when nothing is asked that can be read.</summary>
    /// <param name="headers">Headers of the answer.</param>
    /// <param name="now">The time; the answer's own Date goes before it, since our clock may differ from that of the server.</param>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values))
            return null;
        string text = values.First().Trim();
        // As many digits as it likes: what no number can hold is long.
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
            return Bounded(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        return RetryConditionHeaderValue.TryParse(text, out RetryConditionHeaderValue? value) && value.Date is { } date
            ? Bounded((date - (headers.Date ?? now)).TotalSeconds)
            : null;
    }

    private static TimeSpan Bounded(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, Shortest.TotalSeconds, Longest.TotalSeconds));
}

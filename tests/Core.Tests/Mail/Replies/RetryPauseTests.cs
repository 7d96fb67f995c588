using System.Globalization;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Mail.Replies;

namespace ListmonkPS.Core.Tests.Mail.Replies;

public sealed partial class RetryPauseTests
{
    private readonly ReplyClassifier _classifier = new();

    /// <summary>The corpus tells pauses as "5 min", "1-5 min", "rolling 24 h", "at once …"; a shorter pause than its least or one longer than its most would be wrong.</summary>
    [Fact]
    public void The_pause_is_that_of_the_field()
    {
        List<string> wrong = [];
        foreach (CorpusReply reply in FieldCorpus.Field().Where(reply => reply.Retry != RetryAdvice.No))
        {
            TimeSpan? pause = _classifier.Classify(reply.Bare).RetryAfter;
            if (Range(reply.After) is { } range && (pause is null || pause < range.Least || pause > range.Most))
                wrong.Add($"{reply} -> {pause}, wanted {reply.After}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("450 4.2.0 Greylisted for 60 seconds", 60)]
    [InlineData("451 4.7.1 Greylisted, please try again in 20 minutes", 1200)]
    [InlineData("451 Liste grise, veuillez réessayer dans 5 minutes", 300)]
    [InlineData("450 4.7.1 rate limit exceeded, retry in an hour", 3600)]
    [InlineData("451 4.7.1 Serverlast zu hoch, bitte in 2 Stunden erneut versuchen", 7200)]
    public void A_pause_that_the_server_states_counts(string text, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), _classifier.Classify(text).RetryAfter);
    }

    [Fact]
    public void A_window_of_a_limit_is_not_a_pause()
    {
        Assert.NotEqual(TimeSpan.FromMinutes(5), _classifier.Classify("550 5.7.1 Too many messages within the last 90 minutes, blocked for 400 days").RetryAfter);
    }

    [Fact]
    public void What_must_not_be_tried_again_has_no_pause()
    {
        Assert.All(FieldCorpus.Own().Where(reply => reply.Retry == RetryAdvice.No), reply => Assert.Null(_classifier.Classify(reply.Bare).RetryAfter));
    }

    private static (TimeSpan Least, TimeSpan Most)? Range(string after)
    {
        if (after.StartsWith("at once", StringComparison.Ordinal))
            return (TimeSpan.Zero, TimeSpan.FromMinutes(1));
        if (after.StartsWith("seconds", StringComparison.Ordinal))
            return (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Match match = Figure().Match(after);
        if (!match.Success)
            return null;
        TimeSpan unit = match.Groups["unit"].Value switch
        {
            "min" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
        int least = int.Parse(match.Groups["least"].Value, CultureInfo.InvariantCulture);
        int most = match.Groups["most"].Success ? int.Parse(match.Groups["most"].Value, CultureInfo.InvariantCulture) : least;
        return (least * unit, most * unit);
    }

    [GeneratedRegex(@"(?<least>\d+)(?:-(?<most>\d+))? (?<unit>min|h|day)", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}

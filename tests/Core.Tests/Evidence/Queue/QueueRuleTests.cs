using System.Text.Json.Nodes;
using ListmonkPS.Core.Evidence.Queue;
using ListmonkPS.Core.Listmonk.Campaigns;

namespace ListmonkPS.Core.Tests.Evidence.Queue;

/// <summary>What stands still, what was sent today, and against which limit.</summary>
public sealed class QueueRuleTests
{
    private static readonly DateTimeOffset Now = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Midnight = new(2025, 5, 8, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("running", 20, 10, false, true)]
    [InlineData("running", 5, 10, false, false)] // a batch is under way
    [InlineData("running", 50, 10, true, false)] // within the sliding window it waits by design
    [InlineData("running", 90, 10, true, true)]
    [InlineData("running", 20, 100, false, false)] // nothing is left
    [InlineData("paused", 200, 10, false, false)]
    public void A_campaign_stands_still_when_it_should_move(string status, int minutes, long sent, bool hasWindow, bool isStuck) => Assert.Equal(
        isStuck, CampaignPace.IsStuck(Campaign(status, sent, Now.AddHours(-5), Now.AddMinutes(-minutes)), hasWindow ? new SlidingWindow(1000, TimeSpan.FromHours(1)) : null, Now));

    [Fact]
    public void A_rate_of_now_proves_that_it_moves() =>
        Assert.False(CampaignPace.IsStuck(Campaign("running", 10, Now.AddDays(-1), Now.AddDays(-1)) with { Rate = 3 }, null, Now));

    [Fact]
    public void What_began_before_today_leaves_a_span()
    {
        SentToday sent = SentToday.Of(
            [
                Campaign("running", 40, Midnight.AddHours(2), Now), Campaign("running", 500, Midnight.AddDays(-2), Now), Campaign("finished", 9, Midnight.AddDays(-2), Midnight.AddDays(-1)),
            ],
            [], Midnight);
        Assert.Equal((40L, 540L), (sent.AtLeast, sent.AtMost));
    }

    [Theory]
    [InlineData("smtp.gmail.com", true)]
    [InlineData("smtp.example.org", false)]
    public void The_limit_of_a_provider_is_taken_where_it_is_known(string host, bool isKnown)
    {
        Dictionary<string, JsonNode?> settings = new() { ["smtp"] = JsonNode.Parse($$"""[{"enabled":true,"host":"{{host}}","port":587}]""") };
        Assert.Equal(isKnown, DayLimit.Of(null, settings) is not null);
        Assert.Equal(77, DayLimit.Of(77, settings)!.PerDay);
    }

    [Theory]
    [InlineData("""{"app.message_sliding_window":true,"app.message_sliding_window_rate":100,"app.message_sliding_window_duration":"1h30m"}""", 90.0)]
    [InlineData("""{"app.message_sliding_window":false,"app.message_sliding_window_rate":100,"app.message_sliding_window_duration":"1h"}""", null)]
    [InlineData("""{"app.message_sliding_window":true,"app.message_sliding_window_rate":100,"app.message_sliding_window_duration":"soon"}""", null)]
    [InlineData("{}", null)]
    public void The_sliding_window_is_read_as_listmonk_reads_it(string json, double? minutes) =>
        Assert.Equal(minutes, SlidingWindow.Of(((JsonObject)JsonNode.Parse(json)!).ToDictionary(pair => pair.Key, pair => pair.Value))?.Duration.TotalMinutes);

    [Fact]
    public void The_day_begins_by_the_clock_of_the_zone()
    {
        TimeZoneInfo zone = TimeZoneInfo.CreateCustomTimeZone("t", TimeSpan.FromHours(14), "t", "t");
        Assert.Equal(new DateTimeOffset(2025, 5, 9, 0, 0, 0, TimeSpan.FromHours(14)), QueueDoor.MidnightOf(Now, zone));
    }

    private static CampaignRow Campaign(string status, long sent, DateTimeOffset started, DateTimeOffset updated) => new(1, "Weekly", status, false, 100, sent, null, started, updated);
}

using System.Net;
using ListmonkPS.Core.Resend.Planning;
using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Planning;

/// <summary>The end that a plan states counts what of today's limit is used, by whatever run.</summary>
public sealed class PlanUseTests : IAsyncLifetime
{
    /// <summary>It is noon there, so that no midnight comes within the test.</summary>
    private static readonly TimeZoneInfo Noon =
        TimeZoneInfo.CreateCustomTimeZone("Test/Noon", TimeSpan.FromHours(12 - DateTimeOffset.UtcNow.Hour), "Test/Noon", "Test/Noon");

    private static readonly ResendRequest Ten = new() { RatePerMinute = 60_000, DailyLimit = 10, TimeZone = Noon };

    private World _world = null!;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60 });

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_plan_of_another_run_begins_with_what_is_left_of_today(bool withDatabase)
    {
        await using DoorBench bench = await ConnectAsync(withDatabase);
        Assert.Equal(("10 a day (Test/Noon),", 1), await PlanAsync(bench, people: 17));
        await bench.SendAsync(Ten, people: bench.People[..3]);
        Assert.Equal(("10 a day (Test/Noon), 3 of them used today,", 0), await PlanAsync(bench, people: 7));
        Assert.Equal(("10 a day (Test/Noon), 3 of them used today,", 1), await PlanAsync(bench, people: 17));
        Assert.Equal(("10 a day (Test/Noon), 3 of them used today,", 2), await PlanAsync(bench, people: 18));
        Assert.Contains(", no limit a day,", (await bench.PlanAsync(Ten with { DailyLimit = null }, bench.People[3..5])).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_counts_what_the_journals_used_before_it_takes_them_over_and_after_it()
    {
        await using DoorBench api = await ConnectAsync(withDatabase: false);
        await api.SendAsync(Ten, people: api.People[..3]);
        await using DoorBench both = await ConnectAsync(withDatabase: true);
        Assert.Equal(("10 a day (Test/Noon), 3 of them used today,", 2), await PlanAsync(both, people: 18));
        await both.SendAsync(Ten, people: both.People[3..4]);
        Assert.Equal(("10 a day (Test/Noon), 4 of them used today,", 2), await PlanAsync(both, people: 17, first: 4));
    }

    [Fact]
    public async Task The_file_of_a_plan_and_a_run_that_goes_on_count_it_too()
    {
        await using DoorBench bench = await ConnectAsync(withDatabase: true);
        await bench.SendAsync(Ten with { Run = "slow" }, people: bench.People[..12]);
        Assert.Equal(("10 a day (Test/Noon), 10 of them used today,", 1), Seen(await bench.PlanAsync(Ten with { Run = "slow" }, [])));
        Assert.Equal(("12 a day (Test/Noon), 10 of them used today,", 0), Seen(await bench.PlanAsync(Ten with { Run = "slow", DailyLimit = 12 }, [])));
        string path = Path.Combine(_world.Folder, "plan.txt");
        await bench.SavePlanAsync(await bench.PlanAsync(Ten, bench.People[12..13]), path);
        Assert.Equal(1, Days(PlanHeader.TryParse((await File.ReadAllLinesAsync(path, Test))[0].Replace("Test/Noon", "UTC", StringComparison.Ordinal))!.EndsAt));
    }

    [Fact]
    public async Task A_run_by_the_API_and_one_by_SMTP_that_may_use_the_same_account_count_for_each_other()
    {
        await _world.ExecuteAsync("update settings set value = jsonb_set(value, '{1,enabled}', 'true') where key = 'smtp'", Test);
        await using DoorBench bench = await ConnectAsync(withDatabase: true);
        await bench.SendAsync(Ten with { Via = ResendRoute.Smtp }, people: bench.People[..3]);
        ResendPlan plan = await bench.PlanAsync(Ten with { Via = ResendRoute.Api }, bench.People[3..20]);
        Assert.Matches(@"sends by 127\.0\.0\.1 \(mailer\); \S+", plan.Description);
        Assert.Equal(("10 a day (Test/Noon), 3 of them used today,", 1), Seen(plan));
        ResendEnd end = await bench.SendAsync(plan);
        Assert.Equal((OptInResendRunState.Paused, 7L), (end.Run.State, end.Run.Sent));
        Assert.Equal(("10 a day (Test/Noon), 10 of them used today,", 1), Seen(await bench.PlanAsync(Ten with { Via = ResendRoute.Smtp }, bench.People[20..22])));
    }

    [Fact]
    public async Task Where_the_mail_servers_are_not_known_the_plan_says_what_a_limit_does_not_count()
    {
        NetworkCredential blind = new("blind", "blind-token-0123456789abcdef");
        await _world.AddApiUserAsync(blind.UserName, blind.Password, ["subscribers:get_all", "subscribers:get", "subscribers:manage", "lists:get_all"], Test);
        await using DoorBench bench = await DoorBench.ConnectAsync(_world, withApi: true, withDatabase: false, blind);
        await bench.PlanAsync(Ten with { DailyLimit = null }, bench.People[..1]);
        Assert.DoesNotContain(bench.Notices.Warnings, IsOfTheLimit);
        await bench.PlanAsync(Ten, bench.People[..1]);
        Assert.Single(bench.Notices.Warnings, IsOfTheLimit);
        static bool IsOfTheLimit(string text) => text.Contains("does not count what runs by SMTP send", StringComparison.Ordinal);
    }

    private static async Task<(string Limit, int Days)> PlanAsync(DoorBench bench, int people, int first = 3) => Seen(await bench.PlanAsync(Ten, bench.People[first..(first + people)]));

    /// <summary>What the plan says of the limit of a day, and how many midnights are before its end.</summary>
    private static (string Limit, int Days) Seen(ResendPlan plan)
    {
        string limit = System.Text.RegularExpressions.Regex.Match(plan.Description, @"\d+ a day \(.*?\),( \d+ of them used today,)?").Value;
        string end = System.Text.RegularExpressions.Regex.Match(plan.Description, "ends (.*?) at the earliest").Groups[1].Value;
        return (limit, Days(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static int Days(DateTimeOffset end) => (TimeZoneInfo.ConvertTime(end, Noon).Date - TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, Noon).Date).Days;

    private Task<DoorBench> ConnectAsync(bool withDatabase) => DoorBench.ConnectAsync(_world, withApi: true, withDatabase);
}

using System.Net;
using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Planning;

/// <summary>What a run takes when nobody says, and that the plan states each of it.</summary>
public sealed class PlanDefaultsTests(PlanDefaultsTests.WorldFixture fixture) : IClassFixture<PlanDefaultsTests.WorldFixture>
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<ResendRoute?, string, string, string> Defaults => new()
    {
        { null, "mail.example.org", "the API of listmonk", "60 a minute, no limit a day, 2 at a time, 5 attempts, nobody twice within 1d 0h" },
        { ResendRoute.Smtp, "mail.example.org", "SMTP, by mail.example.org", "60 a minute, no limit a day, 4 at a time, 5 attempts, nobody twice within 1d 0h" },
        { ResendRoute.Api, "smtp.qq.com", "the API of listmonk", "60 a minute, 500 a day (" },
        { ResendRoute.Smtp, "smtp.office365.com", "SMTP, by smtp.office365.com", "30 a minute, 10,000 a day (" }, // and three connections
        { ResendRoute.Smtp, "ssl0.ovh.net", "SMTP, by ssl0.ovh.net", "3 a minute, no limit a day, 4 at a time" }, // 200 an hour
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public async Task The_plan_states_each_of_its_limits(ResendRoute? via, string host, string by, string limits)
    {
        await fixture.SetBlockAsync(host, maxConnections: 10);
        ResendPlan plan = await fixture.Bench.PlanAsync(new ResendRequest { Via = via });
        Assert.Contains(by, plan.Description, StringComparison.Ordinal);
        Assert.Contains(limits, plan.Description, StringComparison.Ordinal);
        Assert.Contains($"{plan.People:N0} people", plan.Description, StringComparison.Ordinal);
        Assert.Equal((fixture.Bench.People.Length, ""), (plan.People, plan.LeftOut));
    }

    [Theory]
    [InlineData(10, null, 2, false)]
    [InlineData(10, 5, 5, false)]
    [InlineData(10, 9, 8, true)]
    [InlineData(3, 5, 1, true)]
    [InlineData(2, null, 1, false)]
    public async Task By_the_API_sign_ups_keep_two_connections(int maxConnections, int? wanted, int atOnce, bool isTold)
    {
        await fixture.SetBlockAsync("mail.example.org", maxConnections);
        int told = fixture.Bench.Notices.Warnings.Count;
        ResendPlan plan = await fixture.Bench.PlanAsync(new ResendRequest { Via = ResendRoute.Api, ThrottleLimit = wanted });
        Assert.Contains($", {atOnce} at a time", plan.Description, StringComparison.Ordinal);
        Assert.Equal(isTold ? 1 : 0, fixture.Bench.Notices.Warnings.Count - told);
    }

    [Fact]
    public async Task Who_may_not_have_listmonk_mail_is_told_so_and_goes_by_SMTP_where_there_is_a_database()
    {
        await fixture.SetBlockAsync("mail.example.org", maxConnections: 10, logIn: "cram");
        NetworkCredential reader = await fixture.AddReaderAsync();
        await using DoorBench both = await fixture.ConnectAsync(withDatabase: true, reader);
        Assert.Equal(ResendRoute.Smtp, (await both.PlanAsync(new ResendRequest())).Via);
        await using DoorBench api = await fixture.ConnectAsync(withDatabase: false, reader);
        FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => api.PlanAsync(new ResendRequest()));
        Assert.Equal("MissingPermission", thrown.Failure.Id);
        Assert.Contains("subscribers:manage", thrown.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_a_rehearsal_is_one_of_the_same_server()
    {
        await fixture.SetBlockAsync("mail.example.org", maxConnections: 10);
        string path = Path.Combine(fixture.Folder, "rehearsal.txt");
        ResendRequest rehearsal = new() { RedirectTo = "me@example.net" };
        await fixture.Bench.SavePlanAsync(await fixture.Bench.PlanAsync(rehearsal), path);
        foreach (ResendRequest request in (ResendRequest[])[rehearsal, new ResendRequest()])
            Assert.Equal(fixture.Bench.People.Length, (await fixture.Bench.PlanAsync(request with { PlanPath = path }, [])).People);
    }

    [Fact]
    public async Task G30_a_block_that_tries_nothing_and_reports_success_is_refused()
    {
        await fixture.SetBlockAsync("mail.example.org", maxConnections: 10, attempts: -1);
        FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.Bench.PlanAsync(new ResendRequest { Via = ResendRoute.Api }));
        Assert.Equal("RouteTriesNothing", thrown.Failure.Id);
        Assert.Equal(ResendRoute.Smtp, (await fixture.Bench.PlanAsync(new ResendRequest())).Via);
    }

    [Fact]
    public async Task A_plan_names_the_first_ten_and_how_many_are_left_out()
    {
        await fixture.SetBlockAsync("mail.example.org", maxConnections: 10);
        ResendTarget[] people = [.. fixture.Bench.People, new ResendTarget(999_999, Guid.NewGuid()), fixture.Bench.People[0] with { IsSuspect = true }];
        ResendPlan plan = await fixture.Bench.PlanAsync(new ResendRequest(), [people[^1], .. people[..^1]]);
        Assert.Equal((fixture.Bench.People.Length - 1, "1 marked Suspect, 1 does not exist"), (plan.People, plan.LeftOut));
        string first = plan.Description.Split(Environment.NewLine).Single(line => line.StartsWith("  first", StringComparison.Ordinal));
        Assert.Equal(10, first.Count(one => one == '@'));
        Assert.EndsWith(", \u2026", first, StringComparison.Ordinal);
    }

    public sealed class WorldFixture : IAsyncLifetime
    {
        private World _world = null!;

        internal DoorBench Bench { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60 });
            Bench = await DoorBench.ConnectAsync(_world, withApi: true, withDatabase: true);
        }

        public Task SetBlockAsync(string host, int maxConnections, int attempts = 2, string logIn = "none") => _world.ExecuteAsync(
            $$"""update settings set value = jsonb_set(value, '{0}', (value -> 0) || '{"host": "{{host}}", "max_conns": {{maxConnections}}, "max_msg_retries": {{attempts}}, "auth_protocol": "{{logIn}}"}') where key = 'smtp'""",
            Test);

        public string Folder => _world.Folder;

        internal Task<DoorBench> ConnectAsync(bool withDatabase, NetworkCredential credential) => DoorBench.ConnectAsync(_world, withApi: true, withDatabase, credential);

        public async Task<NetworkCredential> AddReaderAsync()
        {
            NetworkCredential reader = new("watcher", "watcher-token-0123456789abcdef");
            await _world.AddApiUserAsync(reader.UserName, reader.Password, ["subscribers:get_all", "subscribers:get", "lists:get_all", "settings:get"], Test);
            return reader;
        }

        public async ValueTask DisposeAsync()
        {
            await Bench.DisposeAsync();
            await _world.DisposeAsync();
        }
    }
}

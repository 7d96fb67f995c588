using ListmonkPS.Core.Resend.Opening;
using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Opening;

/// <summary>Nobody is mailed twice by commands of one machine, whatever addresses and ledgers their sessions of one server have.</summary>
public sealed class OneServerManyLedgersTests : IAsyncLifetime
{
    private static readonly ResendRequest Fast = new() { RatePerMinute = 60_000 };

    private readonly List<DoorBench> _benches = [];
    private World _world = null!;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60 });

    public async ValueTask DisposeAsync()
    {
        foreach (DoorBench bench in _benches)
            await bench.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_journal_knows_whom_the_server_mailed_under_another_address()
    {
        DoorBench api = await ConnectAsync(withDatabase: false);
        await api.SendAsync(Fast, people: api.People[..5]);
        DoorBench again = await ConnectAsync(withDatabase: false, isElsewhere: true);
        Assert.Equal((2, "5 mailed lately"), await PlannedAsync(again, again.People[..7]));
        Assert.Equal(2, (await again.SendAsync(Fast, people: again.People[..7])).Run.Sent);
        Assert.Equal((0, "7 mailed lately"), await PlannedAsync(api, api.People[..7]));
    }

    [Fact]
    public async Task A_database_takes_over_the_journals_of_every_address_and_leaves_those_of_other_servers()
    {
        DoorBench api = await ConnectAsync(withDatabase: false);
        await api.SendAsync(Fast with { Run = "one" }, people: api.People[..5]);
        await (await ConnectAsync(withDatabase: false, isElsewhere: true)).SendAsync(Fast with { Run = "two" }, people: api.People[5..9]);
        await using World stranger = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60, RandomSeed = 7 }, Test);
        await using DoorBench other = await DoorBench.ConnectAsync(stranger, withApi: true, withDatabase: false, journals: _world.Folder);
        await other.SendAsync(Fast with { Run = "other" }, people: other.People[..3]);

        DoorBench tables = await ConnectAsync(withApi: false, withDatabase: true);
        Assert.Equal((3, "9 mailed lately"), await PlannedAsync(tables, tables.People[..12]));
        Assert.Equal(3, (await tables.SendAsync(Fast with { Run = "three" }, people: tables.People[..12])).Run.Sent);
        Assert.Equal(["one", "three", "two"], await tables.RunsAsync());
        Assert.Equal(["other"], await other.RunsAsync());
        Assert.Equal((0, "3 mailed lately"), await PlannedAsync(other, other.People[..3]));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_journal_is_refused_while_a_database_here_may_have_mailed_somebody_lately(bool withApi, bool isElsewhere)
    {
        DoorBench both = await ConnectAsync(withApi, withDatabase: true);
        await both.SendAsync(Fast, people: both.People[..5]);
        DoorBench api = await ConnectAsync(withDatabase: false, isElsewhere: isElsewhere);
        FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => api.PlanAsync(Fast));
        Assert.Equal("LedgerElsewhere", thrown.Failure.Id);
        Assert.Contains($"{_world.DatabaseName} (last at ", thrown.Failure.Message, StringComparison.Ordinal);
        foreach (TimeSpan interval in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromTicks(1)])
        {
            int told = api.Notices.Warnings.Count;
            await api.PlanAsync(Fast with { MinimumInterval = interval });
            Assert.Contains(_world.DatabaseName, Assert.Single(api.Notices.Warnings.Skip(told)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_journal_that_was_planned_before_the_database_was_used_is_refused_when_it_is_sent()
    {
        DoorBench api = await ConnectAsync(withDatabase: false);
        ResendPlan plan = await api.PlanAsync(Fast, api.People[..5]);
        DoorBench both = await ConnectAsync(withDatabase: true);
        await both.SendAsync(Fast, people: both.People[..5]);
        FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => api.SendAsync(plan));
        Assert.Equal("LedgerElsewhere", thrown.Failure.Id);
        Assert.Equal(5, _world.Mail.Received.Count);
    }

    [Fact]
    public async Task Another_server_of_the_same_name_is_not_taken_for_this_one()
    {
        DoorBench both = await ConnectAsync(withDatabase: true);
        await both.SendAsync(Fast, people: both.People[..5]);
        await using World stranger = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60, RandomSeed = 7 }, Test);
        await using DoorBench other = await DoorBench.ConnectAsync(stranger, withApi: true, withDatabase: false, journals: _world.Folder);
        Assert.Equal((5, ""), await PlannedAsync(other, other.People[..5]));
        Assert.Empty(other.Notices.Warnings);
    }

    [Fact]
    public async Task A_note_is_open_as_long_as_the_run_goes_on()
    {
        DoorBench both = await ConnectAsync(withDatabase: true);
        List<bool> seen = [];
        await both.SendAsync(Fast, _ => seen.Add(Notes().All(note => note.IsOpen)), both.People[..5]);
        Assert.Equal(Enumerable.Repeat(true, 5), seen);
        Assert.Equal(2, Notes().Count(note => !note.IsOpen));
    }

    private LedgerNote[] Notes() =>
        [.. Directory.GetFiles(_world.Folder, "database.json", SearchOption.AllDirectories).Select(file => System.Text.Json.JsonSerializer.Deserialize<LedgerNote>(File.ReadAllText(file))!)];

    private static async Task<(long People, string LeftOut)> PlannedAsync(DoorBench bench, ResendTarget[] people)
    {
        ResendPlan plan = await bench.PlanAsync(Fast, people);
        return (plan.People, plan.LeftOut);
    }

    private async Task<DoorBench> ConnectAsync(bool withApi = true, bool withDatabase = false, bool isElsewhere = false)
    {
        Uri? uri = isElsewhere ? new UriBuilder(_world.Uri) { Host = "localhost" }.Uri : null;
        _benches.Add(await DoorBench.ConnectAsync(_world, withApi, withDatabase, uri: uri));
        return _benches[^1];
    }
}

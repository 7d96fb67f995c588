using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Planning;

/// <summary>Nobody is mailed by two sessions of one command, whatever ledgers they have.</summary>
public sealed class PlanComparisonTests : IAsyncLifetime
{
    private World _world = null!;
    private DoorBench _both = null!;
    private DoorBench _api = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60 });
        _both = await DoorBench.ConnectAsync(_world, withApi: true, withDatabase: true);
        _api = await DoorBench.ConnectAsync(_world, withApi: true, withDatabase: false);
    }

    public async ValueTask DisposeAsync()
    {
        await _both.DisposeAsync();
        await _api.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Two_sessions_of_one_server_clash_by_whom_they_mail()
    {
        PlanClash clash = Assert.Single(await CompareAsync(new ResendRequest(), _both.People[..7], _api.People[5..9]));
        Assert.Equal((_both.Session, _api.Session, "SessionsOverlap"), (clash.One, clash.Other, clash.Failure.Id));
        Assert.Contains("2 people", clash.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(await CompareAsync(new ResendRequest(), _both.People[..5], _api.People[5..9]));
    }

    [Fact]
    public async Task A_copied_database_is_another_server()
    {
        await using World copy = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60 }, TestContext.Current.CancellationToken);
        await using DoorBench other = await DoorBench.ConnectAsync(copy, withApi: true, withDatabase: true);
        Assert.Equal(_both.People[..5], other.People[..5]);
        ResendRequest several = new() { HasOthers = true };
        Assert.Empty(_both.Compare((_both.Session, await _both.PlanAsync(several, _both.People[..5])), (other.Session, await other.PlanAsync(several, other.People[..5]))));
    }

    [Fact]
    public async Task Those_who_are_given_by_number_are_the_same_people()
    {
        ResendTarget[] byNumber = [.. _api.People[..3].Select(person => person with { Uuid = Guid.Empty })];
        Assert.Contains("3 people", Assert.Single(await CompareAsync(new ResendRequest(), _both.People[..7], byNumber)).Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_that_go_on_clash_by_those_who_are_left_in_them()
    {
        ResendRequest request = new() { Run = "slow", DailyLimit = 2, RatePerMinute = 60_000, MinimumInterval = TimeSpan.Zero };
        await _both.SendAsync(request, people: _both.People[..20]);
        await _api.SendAsync(request, people: _api.People[10..25]);
        Assert.Contains("8 people", Assert.Single(await CompareAsync(request, [], [])).Failure.Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<PlanClash>> CompareAsync(ResendRequest request, ResendTarget[] byBoth, ResendTarget[] byApi)
    {
        ResendRequest several = request with { HasOthers = true };
        return _both.Compare((_both.Session, await _both.PlanAsync(several, byBoth)), (_api.Session, await _api.PlanAsync(several, byApi)));
    }
}

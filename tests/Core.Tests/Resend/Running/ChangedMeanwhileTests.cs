using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Running;

/// <summary>Who confirms, unsubscribes, is deleted or blocklisted while a run is under way is not mailed: asked of the real database, and of the API.</summary>
public sealed class ChangedMeanwhileTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task G21_who_changes_while_it_runs_is_not_mailed(bool withDatabase)
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 120 }, Test);
        await using DoorBench bench = await DoorBench.ConnectAsync(world, withApi: true, withDatabase);
        ResendTarget[] people = bench.People;
        string[] addresses = await AddressesAsync(world, people[20..24]);
        int calls = 0;
        world.Server.BeforeRequest = async (method, _) =>
        {
            if (method == "POST" && Interlocked.Increment(ref calls) == 1)
                await ChangeAsync(world, people[20..24]);
        };
        ResendRequest resend = new() { Via = ResendRoute.Api, RatePerMinute = 1_000_000, ThrottleLimit = 1 };
        List<OptInResend> told = [];

        ResendEnd end = await bench.SendAsync(resend, told.Add);

        Assert.Equal((OptInResendRunState.Finished, people.Length - 4L, 4L), (end.Run.State, end.Run.Sent, end.Run.Skipped));
        Assert.Equal(people[20..24].Select(person => person.Id), told.Where(one => one.State == OptInResendState.Skipped).Select(one => one.SubscriberId));
        Assert.Equal(people.Length - 4, world.Mail.Received.Count);
        Assert.DoesNotContain(world.Mail.Received, mail => mail.To.Any(addresses.Contains));
    }

    private static async Task ChangeAsync(World world, ResendTarget[] people)
    {
        await world.ExecuteAsync($"update subscriber_lists set status = 'confirmed' where subscriber_id = {people[0].Id}", Test);
        await world.ExecuteAsync($"update subscriber_lists set status = 'unsubscribed' where subscriber_id = {people[1].Id}", Test);
        await world.ExecuteAsync($"delete from subscribers where id = {people[2].Id}", Test);
        await world.ExecuteAsync($"update subscribers set status = 'blocklisted' where id = {people[3].Id}", Test);
    }

    private static async Task<string[]> AddressesAsync(World world, ResendTarget[] people)
    {
        List<string> addresses = [];
        foreach (ResendTarget person in people)
            addresses.Add((await world.ScalarAsync<string>($"select email from subscribers where id = {person.Id}", Test))!);
        return [.. addresses];
    }
}

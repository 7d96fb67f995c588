using System.Text.Json.Nodes;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInListTests : StandInTest
{
    public static TheoryData<string> Versions => ListmonkVersions.All;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Lists_come_with_counts_of_now(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);
        using ApiClient api = new(world);

        await AddSubscriberAsync(world, "now@example.org");
        JsonNode list = (await api.GetAsync("/api/lists")).Data!["results"]![0]!;

        Assert.Equal(("Weekly letter", "public", "double"), ((string?)list["name"], (string?)list["type"], (string?)list["optin"]));
        Assert.Equal(await CountAsync(world, "list_id = 1"), (long)list["subscriber_count"]!);
        Assert.Equal(await CountAsync(world, "list_id = 1 and status = 'unconfirmed'"), (long)list["subscriber_statuses"]!["unconfirmed"]!);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G45_with_slow_queries_cached_the_counts_are_old(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);
        using ApiClient api = new(world);
        await SetByHandAsync(world, "app.cache_slow_queries", "true");
        long before = await CountAsync(world, "list_id = 1");

        await AddSubscriberAsync(world, "now@example.org");
        JsonNode list = (await api.GetAsync("/api/lists")).Data!["results"]![0]!;

        Assert.Equal(before, (long)list["subscriber_count"]!);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_count_of_a_single_list_is_not_to_be_trusted_since_v5(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);
        using ApiClient api = new(world);

        JsonNode list = (await api.GetAsync("/api/lists/1")).Data!;

        Assert.Equal(ListmonkVersions.Quirks(version).SingleListCountsWrong, await CountAsync(world, "list_id = 1") != (long)list["subscriber_count"]!);
        Assert.Equal(400, (await api.GetAsync("/api/lists/99")).Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G18_public_lists_and_about_come_without_a_frame(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        using ApiClient api = new(world);

        JsonArray lists = (await visitor.GetAsync("/api/public/lists")).Json.AsArray();
        JsonObject about = (await api.GetAsync("/api/about")).Json.AsObject();

        Assert.Equal(["Product news", "Weekly letter"], lists.Select(list => (string)list!["name"]!));
        Assert.StartsWith("PostgreSQL", (string?)about["database"]!["version"], StringComparison.Ordinal);
        Assert.Equal(version, (string?)(await api.GetAsync("/api/config")).Data!["version"]);
    }

    private static Task<long> CountAsync(World world, string condition) =>
        world.ScalarAsync<long>($"select count(*) from subscriber_lists where {condition}", Cancel);
}

using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInSettingByKeyTests : StandInTest
{
    private const string Key = "app.send_optin_confirmation";
    private const string Switch = "/api/settings/" + Key;

    public static TheoryData<string> Versions => ListmonkVersions.WithSettingByKey;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G50_any_json_and_any_key_is_taken_with_a_200(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        long rows = await world.ScalarAsync<long>("select count(*) from settings", Cancel);

        Answer unknown = await api.PutSettingAsync(world, "no.such.key", "1");
        Answer mistyped = await api.PutSettingAsync(world, Key, "\"no\"");

        Assert.Equal((200, 200), (unknown.Status, mistyped.Status));
        Assert.Equal(rows, await world.ScalarAsync<long>("select count(*) from settings", Cancel));
        Assert.Equal(500, (await api.GetAsync("/api/settings")).Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G08_one_row_changes_and_its_time_with_it(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.SwitchOff);
        using ApiClient api = new(world);

        Answer answer = await api.PutSettingAsync(world, Key, "true");

        Assert.True((bool)answer.Data!);
        Assert.Equal(Key, await world.ScalarAsync<string>("select string_agg(key, ' ') from settings where updated_at > now() - interval '1 day'", Cancel));
        Assert.True((bool)(await api.SignUpAsync("again@example.org", WeeklyLetter)).Data!["has_optin"]!);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_is_no_json_is_refused(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        Answer broken = await api.PutAsync(Switch, "tru");
        Answer empty = await api.PutAsync(Switch, "");
        Answer plain = await api.PutAsync(Switch, "true", "text/plain");

        Assert.Equal((400, 500, 415), (broken.Status, empty.Status, plain.Status));
    }

    [Fact]
    public async Task V3_has_no_such_path()
    {
        await using World world = await WorldAsync("v3.0.0");
        using ApiClient api = new(world);

        Answer answer = await api.PutAsync(Switch, "true");

        Assert.Equal((404, "404 unknown endpoint"), (answer.Status, answer.Message));
    }
}

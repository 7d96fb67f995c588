using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.Worlds;

public sealed class WorldHistoryTests
{
    private const string OnDouble = "from subscriber_lists m join lists l on l.id = m.list_id where l.optin = 'double'";
    private const string Waiting = OnDouble + " and m.status = 'unconfirmed'";
    private const string People = """
        select md5(string_agg(concat_ws(' ', s.uuid, s.email, s.created_at, m.list_id, m.status, m.updated_at), ',' order by s.id, m.list_id))
        from subscribers s join subscriber_lists m on m.subscriber_id = s.id
        """;
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Versions => [.. QuirkTable.Rows.Select(row => row.Version.Text)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_healthy_world_has_the_usual_shares(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);

        Assert.Equal(2000, await CountAsync(world, "from subscribers"));
        Assert.InRange(await ShareAsync(world, "m.status = 'confirmed' and m.updated_at - m.created_at between '1 us' and '1 day'"), 0.57, 0.65);
        Assert.InRange(await ShareAsync(world, "m.status = 'unconfirmed'"), 0.25, 0.4);
        Assert.InRange(await ShareAsync(world, "m.status = 'unsubscribed'"), 0.02, 0.08);
        Assert.InRange(await CountAsync(world, "from subscribers where status = 'blocklisted'"), 10, 60);
        Assert.InRange(await CountAsync(world, "from subscribers where status = 'disabled'"), 10, 60);
        Assert.InRange(await CountAsync(world, "from bounces"), 10, 60);
        Assert.InRange(await CountAsync(world, "from subscribers where name ~ '[^\\x01-\\x7f]'"), 200, 1000);
        Assert.Equal(3, await CountAsync(world, "from lists where optin = 'double'"));
        Assert.Equal(1, await CountAsync(world, "from lists where optin = 'single'"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Its_sign_ups_follow_the_week_and_never_come_in_a_heap(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);

        long weekend = await CountAsync(world, "from subscribers where extract(isodow from created_at at time zone 'UTC') >= 6");
        Assert.InRange(weekend / 2000d, 0.12, 0.24);
        const string Heaps = $"from (select 1 {Waiting} group by date_trunc('second', m.created_at) having count(*) >= 10) heaps";
        Assert.Equal(0, await CountAsync(world, Heaps));
        Assert.Equal(0, await CountAsync(world, $"from subscriber_lists where greatest(created_at, updated_at) > '{Now:O}' or updated_at < created_at"));
        Assert.Equal(0, await CountAsync(world, "from subscribers where email !~ '@(([a-z]+\\.)?example\\.(org|net|com)|[a-z]+\\.test)$'"));
        Assert.Equal(2000, await CountAsync(world, "from (select id, rank() over (order by created_at) from subscribers) p where id = rank"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_healthy_world_has_settings_in_order(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);

        Assert.Equal("true", await SettingAsync(world, "app.send_optin_confirmation"));
        Assert.Equal("\"https://lists.example.org\"", await SettingAsync(world, "app.root_url"));
        const string Enabled = "from settings s, jsonb_array_elements(s.value) b where s.key = 'smtp' and (b->>'enabled')::boolean";
        Assert.Equal(1, await CountAsync(world, Enabled));
        Assert.Equal($"127.0.0.1:{world.Mail.Port}", await world.ScalarAsync<string>(
            "select (value->0->>'host') || ':' || (value->0->>'port') from settings where key = 'smtp' and value->0->>'uuid' <> ''", Cancel));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Since_the_switch_went_off_everyone_waits(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.SwitchOff);
        string since = $"'{Now.AddDays(-21):O}'";

        Assert.Equal("false", await SettingAsync(world, "app.send_optin_confirmation"));
        long missed = await CountAsync(world, $"{Waiting} and m.created_at >= {since}");
        Assert.InRange(missed, 150, 350);
        Assert.Equal(missed, await CountAsync(world, $"{OnDouble} and m.created_at >= {since}"));
        Assert.Equal(0, await CountAsync(world, $"from subscribers where created_at >= {since} and status <> 'enabled'"));
        // As after a PUT of all settings, the row does not tell when (G8).
        Assert.Equal(1, await CountAsync(world, "from (select distinct updated_at from settings) times"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_fresh_world_is_what_install_makes(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Fresh);

        Assert.Equal("anon@example.com", await world.ScalarAsync<string>(
            $"select string_agg(s.email, ' ') from subscribers s where s.id in (select m.subscriber_id {Waiting})", Cancel));
        Assert.Equal((2, 2), (await CountAsync(world, "from lists"), await CountAsync(world, "from subscribers")));
        Assert.Equal("\"http://localhost:9000\"", await SettingAsync(world, "app.root_url"));
        Assert.Equal($"[\"{ListmonkVersions.LastMigration(version)}\"]", await SettingAsync(world, "migrations"));
        Assert.Equal("smtp.yoursite.com", await world.ScalarAsync<string>(
            "select value->0->>'host' from settings where key = 'smtp' and value->0->>'uuid' is null", Cancel));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task In_an_empty_world_nobody_ever_signed_up(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Empty);

        Assert.Equal((4, 0), (await CountAsync(world, "from lists"), await CountAsync(world, "from subscribers")));
        Assert.Equal("true", await SettingAsync(world, "app.send_optin_confirmation"));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_people_and_another_one_others()
    {
        await using World one = await WorldAsync("v6.2.0", WorldHistory.Healthy);
        await using World same = await WorldAsync("v3.0.0", WorldHistory.Healthy);
        await using World other = await World.CreateAsync(new WorldOptions { Subscribers = 2000, Now = Now, RandomSeed = 7 }, Cancel);

        string? first = await one.ScalarAsync<string>(People, Cancel);

        Assert.Equal(first, await same.ScalarAsync<string>(People, Cancel));
        Assert.NotEqual(first, await other.ScalarAsync<string>(People, Cancel));
    }

    private static Task<World> WorldAsync(string version, WorldHistory history) =>
        World.CreateAsync(new WorldOptions { Version = version, History = history, Subscribers = 2000, Now = Now }, Cancel);

    private static Task<long> CountAsync(World world, string from) => world.ScalarAsync<long>($"select count(*) {from}", Cancel);

    private static Task<double> ShareAsync(World world, string condition) => world.ScalarAsync<double>(
        $"select count(*) filter (where {condition}) / count(*)::float8 {OnDouble}", Cancel);

    private static Task<string?> SettingAsync(World world, string key) =>
        world.ScalarAsync<string>($"select value::text from settings where key = '{key}'", Cancel);
}

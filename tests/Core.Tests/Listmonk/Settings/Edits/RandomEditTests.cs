using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Edits;

/// <summary>
/// Many changes by chance on every version and both ways, with a second administrator: what was meant changes, and nothing else; no secret is lost and no
/// mask is stored. LISTMONKPS_EDITS sets the number of changes (the long form: 1000), LISTMONKPS_SEED repeats a run.
/// </summary>
public sealed class RandomEditTests(ITestOutputHelper output)
{
    private const int UsualCount = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("LISTMONKPS_EDITS"), CultureInfo.InvariantCulture, out int count) ? count : UsualCount;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("LISTMONKPS_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : Random.Shared.Next();

    public static TheoryData<string, Access> Ways => [.. from row in QuirkTable.Rows
                                                        from way in new[] { Access.Api, Access.Database }
                                                        select new TheoryDataRow<string, Access>(row.Version.Text, way)];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Only_what_was_meant_changes(string version, Access way)
    {
        int seed = Seed;
        output.WriteLine($"LISTMONKPS_SEED={seed}");
        Random random = new(seed);
        Stopwatch clock = Stopwatch.StartNew();
        await using SettingWorld bench = await SettingWorld.CreateAsync(version, reloadDelay: TimeSpan.FromMilliseconds(1));
        int done = 0;
        int beside = 0;
        int conflicts = 0;
        for (int count = Math.Max(1, Count / 10); done < count;)
        {
            Round round = await Round.RunAsync(bench, way, random, $"seed {seed}, change {done}");
            done += round.Edits;
            beside += round.SavedBeside;
            conflicts += round.Conflicts;
        }

        output.WriteLine($"{version} by {way}: {done} changes, {beside} saves of a second admin, {conflicts} conflicts refused, {clock.Elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>Full PUT, and PUT by key of an array: there is no condition, and the help says so.</summary>
    [Theory]
    [InlineData("v3.0.0", "app.site_name", "app.logo_url")]
    [InlineData("v5.1.0", "app.site_name", "app.logo_url")]
    [InlineData("v6.2.0", "privacy.domain_blocklist", "privacy.domain_blocklist")]
    public async Task Within_the_window_a_save_is_lost_and_just_outside_it_is_not(string version, string ours, string theirs)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        JsonNode value = ours == theirs ? new JsonArray("theirs.test") : JsonValue.Create("theirs");
        object Value(string text) => ours == theirs ? Enumerable.Repeat(text + ".test", 1).ToArray() : text;

        SecondAdmin inside = new(bench, theirs, value, (method, _) => method == "PUT");
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api), ours, Value("ours"));
        Assert.True(inside.HasSaved && change.Changed);
        Assert.NotEqual(inside.Json, await bench.RowAsync(theirs));

        // Just before our last read: kept where it is another setting, refused where it is the same.
        await bench.SetAsync(bench.Session(Access.Api), ours, Value("neutral"));
        int reads = 0;
        SecondAdmin before = new(bench, theirs, value, (method, path) => method == "GET" && path == "/api/settings" && ++reads == 3);
        Task<ListmonkSettingChange> second = bench.SetAsync(bench.Session(Access.Api), ours, Value("ours"));
        if (ours == theirs) Assert.Equal("SettingChangedMeanwhile", (await SettingWorld.FailureOfAsync(second)).Id);
        else Assert.Equal(theirs, Assert.Single((await second).AlsoDiffers));
        Assert.True(before.HasSaved);
        Assert.True(RandomEdit.IsSame(theirs, before.Json, await bench.RowAsync(theirs)));

        // Just after our write.
        bool isWritten = false;
        SecondAdmin after = new(bench, theirs == ours ? "app.logo_url" : theirs, JsonValue.Create("later"), (method, _) =>
        {
            bool isMoment = isWritten;
            isWritten |= method == "PUT";
            return isMoment;
        });
        await bench.SetAsync(bench.Session(Access.Api), ours, Value("last"));
        Assert.True(after.HasSaved);
        Assert.Equal("\"later\"", await bench.RowAsync(after.Key));
    }
}

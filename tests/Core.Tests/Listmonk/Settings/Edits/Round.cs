using System.Text.Json.Nodes;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Edits;

/// <summary>One write: one change or several, by the API or the database, perhaps with a second administrator beside it; and the proof of what came of it.</summary>
/// <param name="Edits">Changes in it.</param>
/// <param name="SavedBeside">1 when a second administrator saved another setting.</param>
/// <param name="Conflicts">1 when he saved the same one first, and ours was refused.</param>
internal sealed record Round(int Edits, int SavedBeside, int Conflicts)
{
    private const string Mask = "\u2022";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Runs one.</summary>
    /// <param name="bench">The world.</param>
    /// <param name="way">Api: the API alone. Database: both, and the database insisted on.</param>
    /// <param name="random">Chance.</param>
    /// <param name="what">Named when it fails.</param>
    public static async Task<Round> RunAsync(SettingWorld bench, Access way, Random random, string what)
    {
        SortedDictionary<string, string> wanted = await bench.RowsAsync();
        RandomEdit[] edits = [.. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(2, 6) : 1).Select(_ => RandomEdit.Make(random, wanted)).DistinctBy(edit => (edit.Key, Last(edit)))];
        ListmonkSession session = bench.Session(way == Access.Api ? Access.Api : Access.Api | Access.Database);
        SettingChangePlan plan = await bench.PlanAsync(session, new SettingChangeOptions { Via = way }, [.. edits.Select(edit => (edit.Address, edit.Value))]);
        int kind = random.Next(4);
        if (kind == 0 && plan.IsNeeded) return await ConflictAsync(bench, session, plan, edits, wanted, random.Next(2) == 0, what);

        SecondAdmin? other = kind is 1 or 2 ? Beside(bench, random, edits, kind == 2) : null;
        foreach (RandomEdit edit in edits) wanted[edit.Key] = edit.Apply(JsonNode.Parse(wanted[edit.Key]))?.ToJsonString() ?? "null";
        IReadOnlyList<ListmonkSettingChange> changes = await bench.Door.ApplyAsync(session, plan, bench.Notices, Stop);
        other?.Leave();
        if (other is { HasSaved: true }) wanted[other.Key] = other.Json;
        if (plan.IsNeeded) Assert.All(changes, change => Assert.True(change.IsActive == true, $"{what}: {change}"));
        if (other is { HasSaved: true } && kind == 1) Assert.All(changes, change => Assert.Equal(other.Key, Assert.Single(change.AlsoDiffers)));
        await ProveAsync(bench, wanted, what);
        return new Round(edits.Length, other is { HasSaved: true } ? 1 : 0, 0);
    }

    private static string Last(RandomEdit edit) => edit.Address.Split('/') is [_, { } block, { } member] ? (edit.Key == "bounce.actions" ? block : "") + member : "";

    /// <summary>Somebody changes the same setting after the plan, or as late as our last read allows: ours is refused whole, his stays.</summary>
    private static async Task<Round> ConflictAsync(
        SettingWorld bench, ListmonkSession session, SettingChangePlan plan, RandomEdit[] edits, SortedDictionary<string, string> wanted, bool isLate, string what)
    {
        // Repeated members count once in the plan, so that plan and edits go side by side.
        Assert.Equal(edits.Length, plan.Items.Count);
        RandomEdit edit = edits[plan.Items.Select((item, index) => (item, index)).First(pair => pair.item.IsNeeded).index];
        string theirs = Other(edit, wanted[edit.Key]);
        SecondAdmin other = new(bench, edit.Key, JsonNode.Parse(theirs)!, (method, path) => isLate && path == "/api/logs");
        if (!isLate) await other.SaveAsync();
        SortedDictionary<string, string> expected = new(wanted, StringComparer.Ordinal) { [edit.Key] = theirs };
        Exception? refusal = await Record.ExceptionAsync(() => bench.Door.ApplyAsync(session, plan, bench.Notices, Stop));
        other.Leave();
        Assert.True(refusal is FailureException { Failure.Id: "SettingChangedMeanwhile" }, $"{what}: {edit.Address}: {refusal}");
        await ProveAsync(bench, expected, what);
        await bench.SqlAsync($"update settings set value = $q${wanted[edit.Key]}$q$::jsonb where key = '{edit.Key}'");
        return new Round(edits.Length, 0, 1);
    }

    /// <summary>The row with another value at the place of an edit than the one that is there, and than the one that we want.</summary>
    private static string Other(RandomEdit edit, string row)
    {
        JsonNode? changed = edit.Apply(JsonNode.Parse(row));
        if (edit.Address == edit.Key) return edit.Value switch
        {
            bool => changed!.ToJsonString(), // there are but two
            int => "7777",
            string => "\"theirs\"",
            _ => "[\"theirs\"]",
        };
        string[] steps = edit.Address.Split('/');
        JsonNode now = JsonNode.Parse(row)!;
        IEnumerable<JsonNode?> places = now as JsonArray ?? Enumerable.Repeat(now[steps[1]], 1);
        foreach (JsonNode? place in places) place![steps[^1]] = Different(edit.Value);
        return now.ToJsonString();
    }

    private static JsonValue Different(object? value) => value is int number ? JsonValue.Create((number % 40000) + 20000) : JsonValue.Create("theirs1");

    /// <summary>Somebody saves another setting, before our last read of the server or after our write.</summary>
    private static SecondAdmin Beside(SettingWorld bench, Random random, RandomEdit[] edits, bool isLate)
    {
        string key = new[] { "app.favicon_url", "upload.s3.bucket_path", "appearance.public.custom_css" }[random.Next(3)];
        Assert.DoesNotContain(edits, edit => edit.Key == key);
        bool isWritten = false;
        return new SecondAdmin(bench, key, JsonValue.Create($"theirs {random.Next()}"), (method, path) =>
        {
            bool isMoment = isLate ? isWritten : method == "GET" && path == "/api/logs"; // the log is saved just before the last read
            isWritten |= method is "PUT" or "POST";
            return isMoment;
        });
    }

    private static async Task ProveAsync(SettingWorld bench, SortedDictionary<string, string> wanted, string what)
    {
        SortedDictionary<string, string> rows = await bench.RowsAsync();
        Assert.Equal(wanted.Keys, rows.Keys);
        foreach ((string key, string json) in wanted) Assert.True(RandomEdit.IsSame(key, json, rows[key]), $"{what}: {key} is {rows[key]} and should be {json}");
        Assert.DoesNotContain(rows.Values, row => row.Contains(Mask, StringComparison.Ordinal));
    }
}

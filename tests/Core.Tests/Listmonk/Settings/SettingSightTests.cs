using System.Text.Json;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Tests.Architecture;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.TestBench.Worlds;
using Microsoft.VisualBasic.FileIO;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>The API alone and the database alone give the same answer; what one of them cannot see stands in tests/Data/setting-sight.csv, and nowhere else.</summary>
public sealed class SettingSightTests
{
    /// <summary>Members of the answer that say how it was come by.</summary>
    private static readonly string[] OwnToAccess = [nameof(ListmonkSetting.Source), nameof(ListmonkSetting.IsActive)];

    public static TheoryData<string, WorldHistory> Worlds => [.. from row in QuirkTable.Rows
                                                               from history in new[] { WorldHistory.Fresh, WorldHistory.Empty }
                                                               select new TheoryDataRow<string, WorldHistory>(row.Version.Text, history)];

    public static TheoryData<string, string> Sights => [.. from row in QuirkTable.Rows
                                                         from sight in Table()
                                                         select new TheoryDataRow<string, string>(row.Version.Text, sight[0])];

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Both_accesses_show_the_same(string version, WorldHistory history)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version, history);
        string[] exceptions = [.. Table().Where(sight => sight[1].Length == 0).Select(sight => sight[2])];
        string[] names = ["*", "*/*", "*/*/*"];
        SettingReading byApi = await bench.ReadAsync(bench.Session(Access.Api), names);
        SettingReading byDatabase = await bench.ReadAsync(bench.Session(Access.Database), names);
        Assert.True(byApi.Settings.Count > 100);
        Assert.Equal(Lines(byApi, exceptions), Lines(byDatabase, exceptions));
        Assert.Equal(byApi.Failures, byDatabase.Failures);
    }

    [Theory]
    [MemberData(nameof(Sights))]
    public async Task What_one_cannot_see_is_what_the_table_says(string version, string what)
    {
        string[] sight = Table().Single(row => row[0] == what);
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        if (sight[1].Length > 0) await bench.SqlAsync(sight[1]);
        Assert.Equal(sight[3], await AnswerAsync(bench, Access.Api, sight[2]));
        Assert.Equal(sight[4], await AnswerAsync(bench, Access.Database, sight[2]));
        Assert.NotEqual(sight[3], sight[4]);
    }

    private static async Task<string> AnswerAsync(SettingWorld bench, Access access, string name)
    {
        try
        {
            SettingReading reading = await bench.ReadAsync(bench.Session(access), name);
            return reading.Failures is [{ } failure] ? failure.Id : JsonSerializer.Serialize(Assert.Single(reading.Settings).Value);
        }
        catch (FailureException exception)
        {
            return exception.Failure.Id;
        }
    }

    private static IEnumerable<string> Lines(SettingReading reading, string[] exceptions) => reading.Settings
        .Where(setting => !exceptions.Contains(setting.Name))
        .Select(setting => string.Join(" ", typeof(ListmonkSetting).GetProperties().Where(property => !OwnToAccess.Contains(property.Name))
            .Select(property => $"{property.Name}={JsonSerializer.Serialize(property.GetValue(setting))}")));

    private static List<string[]> Table()
    {
        using TextFieldParser parser = new(Path.Combine(RepositoryFolder.Path, "tests", "Data", "setting-sight.csv")) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        List<string[]> rows = [];
        while (parser.ReadFields() is { } fields) rows.Add(fields);
        return rows[1..];
    }
}

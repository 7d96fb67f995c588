using System.Text.Json.Nodes;
using ListmonkPS.Core.Audit;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Audit;

/// <summary>The file: without secrets, the same text for the same settings, written whole or not at all.</summary>
public sealed class BaselineTests
{
    public static TheoryData<string, Access> Ways => [.. from row in Core.Listmonk.Versions.QuirkTable.Rows
                                                        from access in new[] { Access.Api, Access.Database }
                                                        select new TheoryDataRow<string, Access>(row.Version.Text, access)];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task It_holds_no_secret_and_does_not_change_by_itself(string version, Access access)
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync(version);
        await bench.ExportAsync(access);
        string first = await bench.TextAsync();
        await bench.ExportAsync(access);
        Assert.Equal(first, await bench.TextAsync());
        Assert.All(bench.Settings.World.Secrets, secret => Assert.DoesNotContain(secret, first, StringComparison.Ordinal));
        Assert.Contains(access == Access.Api ? "\"$secret\": \"length:" : "\"$secret\": \"hmac-sha256:", first, StringComparison.Ordinal);
        // Of the same length a secret may be another: with the API alone that is all there is to say.
        Assert.All(await bench.CompareAsync(access), difference => Assert.Equal((Access.Api, SettingDifferenceState.Unknown), (access, difference.State)));
    }

    [Fact]
    public async Task Keys_and_members_are_sorted_and_one_value_stands_on_a_line()
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        await bench.ExportAsync(Access.Database);
        string text = await bench.TextAsync();
        JsonObject settings = JsonNode.Parse(text)!["settings"]!.AsObject();
        Assert.Equal(settings.Select(setting => setting.Key).Order(StringComparer.Ordinal), settings.Select(setting => setting.Key));
        JsonObject block = settings["smtp"]![0]!.AsObject();
        Assert.Equal(block.Select(member => member.Key).Order(StringComparer.Ordinal), block.Select(member => member.Key));
        await bench.Settings.SqlAsync("update settings set value = jsonb_set(value, '{0,port}', '2525') where key = 'smtp'");
        await bench.ExportAsync(Access.Database);
        string[] before = text.Split('\n');
        string[] after = (await bench.TextAsync()).Split('\n');
        Assert.Equal("        \"port\": 2525,", Assert.Single(after.Except(before)));
    }

    [Fact]
    public async Task What_a_terminal_obeys_is_written_as_an_escape()
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        await bench.Settings.SqlAsync("update settings set value = to_jsonb(E'a\\x1b[2J\u202eb'::text) where key = 'app.site_name'");
        await bench.ExportAsync(Access.Database);
        string text = await bench.TextAsync();
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202e', text);
        Assert.Empty(await bench.CompareAsync(Access.Database));
    }

    [Fact]
    public async Task The_key_is_for_its_owner_alone_and_another_key_is_told()
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        await bench.ExportAsync(Access.Database);
        string key = Path.Combine(bench.Settings.StateFolder, "audit.key");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        bench.Door = new AuditDoor(Path.Combine(bench.Settings.World.Folder, "other"));
        IReadOnlyList<ListmonkSettingDifference> differences = await bench.CompareAsync(Access.Database);
        Assert.NotEmpty(differences);
        Assert.All(differences, difference => Assert.Equal((SettingDifferenceState.Unknown, CheckSeverity.Info), (difference.State, difference.Severity)));
        Assert.Contains("key of another machine", Assert.Single(bench.Settings.Notices.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_made_by_many_at_once_is_one()
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        string folder = Path.Combine(bench.Settings.World.Folder, "shared");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "audit.key");
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () => (await Core.Audit.Secrets.AuditKey.OpenAsync(path, TestContext.Current.CancellationToken)).Id, TestContext.Current.CancellationToken)));
        Assert.Single(ids.Distinct());
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_folder_gets_a_file_named_after_the_session_and_a_file_stays_when_asked()
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        string path = await bench.Door.ExportAsync(
            bench.Settings.Session(Access.Api), new BaselineTarget(bench.Settings.World.Folder, true), bench.Settings.Notices, TestContext.Current.CancellationToken);
        Assert.Equal(Path.Combine(bench.Settings.World.Folder, "bench.json"), path);
        await bench.ExportAsync(Access.Api, noClobber: true);
        string text = await bench.TextAsync();
        await bench.Settings.SqlAsync("update settings set value = '\"New\"' where key = 'app.site_name'");
        Failure failure = await SettingWorld.FailureOfAsync(bench.ExportAsync(Access.Api, noClobber: true));
        Assert.Equal(("BaselineExists", FailureCategory.WriteError), (failure.Id, failure.Category));
        Assert.Equal(text, await bench.TextAsync());
        await bench.ExportAsync(Access.Api);
        Assert.NotEqual(text, await bench.TextAsync());
        Assert.Equal(2, Directory.GetFiles(bench.Settings.World.Folder, "*.json*").Length); // no draft is left
    }

    [Theory]
    [InlineData(null, "BaselineNotFound")]
    [InlineData("", "BaselineNotOurs")]
    [InlineData("[]", "BaselineNotOurs")]
    [InlineData("{\"format\":\"other\"}", "BaselineNotOurs")]
    [InlineData("{\"format\":\"listmonkps-settings\"}", "BaselineNotOurs")]
    [InlineData("{\"format\":\"listmonkps-settings\",\"formatVersion\":\"1\"}", "BaselineNotOurs")]
    [InlineData("{\"format\":\"listmonkps-settings\",\"formatVersion\":2}", "BaselineTooNew")]
    [InlineData("{\"format\":\"listmonkps-settings\",\"formatVersion\":1,\"server\":\"x\",\"source\":\"Api\",\"settings\":[]}", "BaselineNotOurs")]
    [InlineData("{\"format\":\"listmonkps-settings\",\"format\":\"x\",\"formatVersion\":1}", "BaselineNotOurs")]
    public async Task A_file_that_is_no_baseline_is_one_clear_failure(string? text, string id)
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        if (text is not null) await File.WriteAllTextAsync(bench.BaselinePath, text, TestContext.Current.CancellationToken);
        Failure failure = await SettingWorld.FailureOfAsync(bench.CompareAsync(Access.Api));
        Assert.Equal((id, bench.BaselinePath), (failure.Id, failure.Target));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_one_clear_failure()
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        BaselineTarget nowhere = new(Path.Combine(bench.Settings.World.Folder, "no", "such", "folder.json"), false);
        Failure failure = await SettingWorld.FailureOfAsync(
            bench.Door.ExportAsync(bench.Settings.Session(Access.Api), nowhere, bench.Settings.Notices, TestContext.Current.CancellationToken));
        Assert.Equal("BaselineNotWritten", failure.Id);

        await File.WriteAllTextAsync(Path.Combine(bench.Settings.StateFolder, "audit.key"), "short", TestContext.Current.CancellationToken);
        Assert.Equal("AuditKeyUnusable", (await SettingWorld.FailureOfAsync(bench.ExportAsync(Access.Api))).Id);
    }
}

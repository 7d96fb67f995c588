using System.Collections;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>Members of objects and of blocks: addressed with slashes, read alike by both accesses, changed without loss of anything beside them.</summary>
public sealed class SettingMemberTests
{
    private const string PrimaryUuid = "0d5b8a52-7a1c-4c5e-8f6d-3b8c9f5e6a03";

    /// <summary>Address as typed, the one that is shown, and the value.</summary>
    public static TheoryData<string, string, object> Read => new()
    {
        { "smtp/primary/max_conns", "smtp/primary/max_conns", 10L },
        { "SMTP/EMAIL-PRIMARY/Max_Conns", "smtp/primary/max_conns", 10L },
        { "smtp/0/host", "smtp/primary/host", "127.0.0.1" },
        { "smtp/1/host", "smtp/spare/host", "spare.example.org" },
        { "smtp/spare.example.org/port", "smtp/spare/port", 587L },
        { $"smtp/{PrimaryUuid}/enabled", "smtp/primary/enabled", true },
        { "smtp/127.0.0.1/enabled", "smtp/primary/enabled", true },
        { "smtp/primary/password", "smtp/primary/password", SettingMask.Set },
        { "security.oidc/client_id", "security.oidc/client_id", "lists" },
        { "security.captcha/hcaptcha/key", "security.captcha/hcaptcha/key", "site-key" },
        { "security.captcha/hcaptcha/secret", "security.captcha/hcaptcha/secret", SettingMask.Set },
        { "bounce.mailboxes/0/host", "bounce.mailboxes/pop.example.org/host", "pop.example.org" },
        { "bounce.actions/hard/action", "bounce.actions/hard/action", "blocklist" },
        { "messengers/sms-gateway/timeout", "messengers/sms-gateway/timeout", "5s" },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public async Task A_member_is_addressed_by_name_uuid_host_or_place(string address, string name, object value)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        foreach (Access access in new[] { Access.Api, Access.Database })
        {
            SettingReading reading = await bench.ReadAsync(bench.Session(access), address);
            Assert.Empty(reading.Failures);
            ListmonkSetting setting = Assert.Single(reading.Settings);
            Assert.Equal((name, value, access), (setting.Name, setting.Value, setting.Source));
            Assert.Equal(name, Assert.Single((await bench.ReadAsync(bench.Session(access), setting.Name)).Settings).Name);
        }
    }

    [Fact]
    public async Task Brackets_and_stars_are_wildcards_and_a_block_is_one_object()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSession session = bench.Session(Access.Api);
        Assert.Equal(["smtp/primary/port", "smtp/spare/port"], await NamesAsync(bench, session, "smtp/*/port"));
        Assert.Equal(["smtp/spare/host", "smtp/spare/port"], await NamesAsync(bench, session, "smtp/[s-t]pare/[hp]o?t"));
        Assert.Equal(["bounce.mailboxes/pop.example.org/host", "smtp/primary/host", "smtp/spare/host"], await NamesAsync(bench, session, "*/*/host"));
        Assert.Empty(await NamesAsync(bench, session, "smtp/nothing*/port"));
        ListmonkSetting block = Assert.Single((await bench.ReadAsync(session, "smtp/spare")).Settings);
        Assert.Equal(SettingValueType.Object, block.Type);
        Assert.Equal(587L, Assert.IsAssignableFrom<IDictionary>(block.Value)["port"]);
        Assert.Equal(2, Assert.IsType<TextList<object?>>(Assert.Single((await bench.ReadAsync(session, "smtp")).Settings).Value).Count);
    }

    [Theory]
    [InlineData("smtp/none/port", "SettingMemberNotFound", "smtp/primary, smtp/spare")]
    [InlineData("smtp/2/port", "SettingMemberNotFound", "smtp/primary, smtp/spare")]
    [InlineData("smtp/primary/prot", "SettingMemberNotFound", "smtp/primary/port")]
    [InlineData("app.lang/x", "SettingMemberNotFound", "it has no members")]
    [InlineData("smtp//port", "SettingMemberNotFound", "smtp/primary")]
    [InlineData("smtp/primary/", "SettingMemberNotFound", "smtp/primary/port")]
    [InlineData("smpt/primary/port", "SettingNotFound", "smtp")]
    public async Task An_address_that_leads_nowhere_is_a_failure_that_says_where_it_could(string address, string id, string words)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        Failure read = Assert.Single((await bench.ReadAsync(bench.Session(Access.Api), address)).Failures);
        Failure set = await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Api), address, "x"));
        Assert.Equal((id, id), (read.Id, set.Id));
        Assert.Contains(words, read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_a_newer_version_is_told_as_such()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        Failure failure = Assert.Single((await bench.ReadAsync(bench.Session(Access.Api), "smtp/0/from_addresses")).Failures);
        Assert.Equal("SettingNotInVersion", failure.Id);
        Assert.Contains("v6.2.0", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Access.Api)]
    [InlineData(Access.Database)]
    public async Task An_address_that_fits_several_blocks_names_one_of_each(Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0"); // has no names
        await bench.SqlAsync("update settings set value = jsonb_set(value, '{1,host}', '\"127.0.0.1\"') where key = 'smtp'");
        Failure failure = Assert.Single((await bench.ReadAsync(bench.Session(access), "smtp/127.0.0.1/port")).Failures);
        Assert.Equal(("SettingMemberAmbiguous", FailureCategory.InvalidArgument), (failure.Id, failure.Category));
        Assert.Contains($"smtp/{PrimaryUuid}, smtp/7e2f6c1b-9d34-4b7f-a1e8-5c0d2e4f8b04", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("SettingMemberAmbiguous", (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(access), "smtp/127.0.0.1/port", 26))).Id);
    }

    public static TheoryData<string, Access, Access> Ways => new()
    {
        { "v3.0.0", Access.Api, Access.Api },
        { "v3.0.0", Access.Api | Access.Database, Access.Database },
        { "v6.2.0", Access.Api, Access.Api },
        { "v6.2.0", Access.Api | Access.Database, Access.Database }, // by key the API would need all secrets of the row
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task One_member_changes_and_blocks_secrets_and_ids_stay(string version, Access access, Access taken)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(access), "smtp/1/port", "2525");
        Assert.Equal((587L, 2525L, taken, true, true), (change.OldValue, change.NewValue, change.Via, change.Changed, change.IsActive));
        Assert.Empty(change.AlsoDiffers);
        before["smtp"] = Edited(before["smtp"], row => row![1]!["port"] = 2525);
        Equal(before, await bench.RowsAsync());
        Assert.True(await bench.MailsSignUpsAsync());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_password_of_one_block_changes_and_is_never_shown(string version, Access access, Access taken)
    {
        const string Secret = "brand-new-spare-secret";
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(access), "smtp/1/password", Secret);
        Assert.Equal((SettingMask.Set, SettingMask.Set, taken), (change.OldValue, change.NewValue, change.Via));
        before["smtp"] = Edited(before["smtp"], row => row![1]!["password"] = Secret);
        Equal(before, await bench.RowsAsync());
        Assert.All(bench.Notices.All, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Many_settings_are_one_write(string version, Access access, Access taken)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        IReadOnlyList<ListmonkSettingChange> changes = await bench.SetAsync(
            bench.Session(access),
            new SettingChangeOptions(),
            ("smtp/1/port", 2525), ("app.site_name", "Many"), ("privacy.domain_blocklist", new object?[] { "a.test", "*.b.test" }), ("app.lang", "en"),
            ("smtp/spare.example.org/email_headers", new Hashtable { ["X-One"] = "1" }));

        Assert.Equal([true, true, true, false, true], changes.Select(change => change.Changed));
        Assert.All(changes, change => Assert.Equal((taken, true), (change.Via, change.IsActive)));
        Assert.All(changes, change => Assert.Empty(change.AlsoDiffers));
        before["app.site_name"] = "\"Many\"";
        before["privacy.domain_blocklist"] = "[\"a.test\", \"*.b.test\"]";
        before["smtp"] = Edited(before["smtp"], row => (row![1]!["port"], row[1]!["email_headers"]) = (2525, new JsonArray(new JsonObject { ["X-One"] = "1" })));
        Equal(before, await bench.RowsAsync());
        Assert.Equal(2, bench.World.Server.Starts);
        Assert.Equal(1, bench.World.Server.Requests.Count(request => request.IsWrite));
    }

    [Fact]
    public async Task A_wrong_one_of_many_lets_none_through()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        SortedDictionary<string, string> before = await bench.RowsAsync();
        foreach (Access access in new[] { Access.Api, Access.Database })
        {
            Failure failure = await SettingWorld.FailureOfAsync(bench.SetAsync(
                bench.Session(access), new SettingChangeOptions(), ("app.site_name", "Ours"), ("smtp/primary/tls_type", "starttls")));
            Assert.Equal(("WrongType", "smtp/primary/tls_type"), (failure.Id, failure.Target));
            Assert.Contains("none, STARTTLS, TLS", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await bench.RowsAsync());
    }

    [Fact]
    public async Task An_object_without_secrets_goes_by_its_key()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api), "bounce.actions/hard/count", 3);
        Assert.Equal((1L, 3L, true), (change.OldValue, change.NewValue, change.IsActive));
        Assert.Equal("/api/settings/bounce.actions", Assert.Single(bench.World.Server.Requests, request => request.IsWrite).Path);
        Assert.Contains("\"soft\": {\"count\": 2", await bench.RowAsync("bounce.actions"), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> NamesAsync(SettingWorld bench, ListmonkSession session, string name) =>
        (await bench.ReadAsync(session, name)).Settings.Select(setting => setting.Name);

    internal static string Edited(string row, Action<JsonNode?> edit)
    {
        JsonNode? node = JsonNode.Parse(row);
        edit(node);
        return node!.ToJsonString();
    }

    /// <summary>The same rows, whatever order and spaces the database keeps within them.</summary>
    internal static void Equal(IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> rows)
    {
        Assert.Equal(wanted.Keys, rows.Keys);
        Assert.All(wanted, row => Assert.True(StoredLikeness.IsSame(row.Key, JsonNode.Parse(row.Value), JsonNode.Parse(rows[row.Key])), $"{row.Key}: {rows[row.Key]}"));
    }
}

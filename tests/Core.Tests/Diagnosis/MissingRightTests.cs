using System.Net;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>Tokens and database roles that lack each single right: what needs it is Skipped and names the least right, and all else is judged as before.</summary>
public sealed class MissingRightTests
{
    private const string Token = "Mr6-token-of-a-narrow-role-bT4x";

    private static readonly string[] ApiRights = ["settings:get", "lists:get_all", "subscribers:get_all"];
    private static readonly string[] Tables = ["settings", "lists", "subscribers", "subscriber_lists"];
    private static readonly string[] OfSettings = ["settings.optin-disabled", "settings.root-url", "settings.smtp-enabled"];
    private static readonly string[] OfLists = ["settings.list-single"];
    private static readonly string[] OfPeople = ["database.nobody-waiting", "database.only-imports"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> VersionsAndApiRights
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string version in ListmonkVersions.All.Select(row => row.Data).Where(version => ListmonkVersions.Quirks(version).HasUsers))
            {
                foreach (string right in ApiRights.Append("none at all"))
                    cases.Add(version, right);
            }

            return cases;
        }
    }

    public static TheoryData<string, string> VersionsAndTables
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string version in ListmonkVersions.All.Select(row => row.Data))
            {
                foreach (string table in Tables.Append("none at all"))
                    cases.Add(version, table);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(VersionsAndApiRights))]
    public async Task A_token_without_a_right_skips_what_needs_it_and_names_it(string version, string lacking)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, History = WorldHistory.SwitchOff }, Cancellation);
        string[] rights = lacking == "none at all" ? [] : [.. ApiRights.Except([lacking])];
        await world.AddApiUserAsync("narrow", Token, rights, Cancellation);
        ListmonkCore core = WorldSession.NewCore();
        ConnectRequest request = new() { Uri = world.Uri, ApiCredential = new NetworkCredential("narrow", Token) };
        await using WorldSession session = await WorldSession.ConnectAsync(core, request);
        Assert.Equal((true, false, null), (session.Session.HasApi, session.Session.IsSuperAdmin, session.Session.Problem));
        Assert.Equal(rights, session.Session.Permissions);
        Assert.Equal(SessionRights.ReadPart, session.Session.Rights);

        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
        AssertSkipped(checks, OfSettings, "settings:get", rights.Contains("settings:get"));
        AssertSkipped(checks, OfLists, "lists:get_all", rights.Contains("lists:get_all"));
        string? first = ((string[])["lists:get_all", "subscribers:get_all"]).FirstOrDefault(right => !rights.Contains(right));
        AssertSkipped(checks, OfPeople, first ?? "", first is null);
        AssertNoErrors(checks);
        await AssertReadsAsync(core, session.Session, first);
        Assert.All(world.Server.Requests, seen => Assert.Equal("GET", seen.Method));
    }

    [Theory]
    [MemberData(nameof(VersionsAndTables))]
    public async Task A_role_without_a_right_skips_what_needs_it_and_names_the_grant(string version, string lacking)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, History = WorldHistory.SwitchOff }, Cancellation);
        string[] denied = lacking == "none at all" ? Tables : [lacking];
        await world.ExecuteAsync($"REVOKE SELECT ON {string.Join(", ", denied)} FROM {world.ReadUser}", Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Access.Database);
        bool isUsable = denied.Length == 1;
        Assert.Equal((isUsable, isUsable), (session.Session.HasDatabase, session.Session.Problem is null));
        Assert.Equal(Tables.Except(denied).Select(table => "SELECT " + table), session.Session.DatabaseRights.Where(right => !right.EndsWith("campaigns", StringComparison.Ordinal)));

        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
        string role = $"TO \"{world.ReadUser}\"";
        string all = string.Join(", ", Tables);
        AssertSkipped(checks, OfSettings, $"GRANT SELECT ON {(isUsable ? "settings" : all)} {role}", !denied.Contains("settings"));
        AssertSkipped(checks, OfLists, $"GRANT SELECT ON {(isUsable ? "lists" : all)} {role}", !denied.Contains("lists"));
        AssertSkipped(
            checks, OfPeople, $"GRANT SELECT ON {(isUsable ? lacking : all)} {role}", denied is ["settings"]);
        AssertNoErrors(checks);
        Assert.Equal(isUsable ? CheckStatus.Warning : CheckStatus.Fail, checks.Single(check => check.Id == "database.unreachable").Status);
    }

    [Fact]
    public async Task What_one_access_may_not_the_other_does()
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff }, Cancellation);
        await world.AddApiUserAsync("narrow", Token, ["settings:get"], Cancellation);
        await world.ExecuteAsync($"REVOKE SELECT ON settings FROM {world.ReadUser}", Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(WorldSession.NewCore(), new ConnectRequest
        {
            Uri = world.Uri,
            ApiCredential = new NetworkCredential("narrow", Token),
            ConnectionString = world.ReadConnectionString,
            DatabaseCredential = new NetworkCredential(world.ReadUser, world.ReadPassword),
        });
        Assert.Equal(SessionRights.Read, session.Session.Rights);
        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
        Assert.Equal("settings.optin-disabled", checks[0].Id);
        Assert.True(checks[0].AffectedCount > 0);
        Assert.Equal(CheckStatus.Pass, checks.Single(check => check.Id == "settings.list-single").Status);
    }

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task Without_any_access_each_check_names_the_one_that_it_needs(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Cancellation);
        await using ListmonkPS.Core.Listmonk.ListmonkServer server = new() { Name = "nothing", Time = TimeProvider.System };
        IReadOnlyList<ListmonkCheck> checks = await WorldSession.NewCore().Diagnosis.RunAsync(
            new ListmonkSession(server) { Name = "nothing" }, WorldSession.Options, new SilentNotices(), Cancellation);
        Assert.All(checks, check => Assert.Equal(CheckStatus.Skipped, check.Status));
        Assert.All(checks, check => Assert.Matches("API|database", check.Summary));
    }

    private static void AssertSkipped(IReadOnlyList<ListmonkCheck> checks, string[] ids, string right, bool isThere)
    {
        foreach (ListmonkCheck check in ids.Select(id => checks.Single(check => check.Id == id)))
        {
            if (isThere)
                Assert.True(check.Status is CheckStatus.Pass or CheckStatus.Fail or CheckStatus.Warning, $"{check.Id} {check.Status} {check.Summary}");
            else
                Assert.True(check.Status == CheckStatus.Skipped && check.Summary.Contains(right, StringComparison.Ordinal), $"{check.Id} {check.Status} {check.Summary}");
        }
    }

    /// <summary>The commands that read people refuse and name the right, instead of finding nobody.</summary>
    private static async Task AssertReadsAsync(ListmonkCore core, ListmonkSession session, string? lacking)
    {
        if (lacking is null)
        {
            Assert.NotEmpty(await core.Subscribers.CountAsync(session, new SilentNotices(), Cancellation));
            return;
        }

        FailureException counting = await Assert.ThrowsAsync<FailureException>(() => core.Subscribers.CountAsync(session, new SilentNotices(), Cancellation));
        FailureException finding = await Assert.ThrowsAsync<FailureException>(async () =>
        {
            await foreach (UnconfirmedSubscriber _ in core.Subscribers.FindUnconfirmedAsync(session, new UnconfirmedFilter(), new SilentNotices(), Cancellation))
                Assert.Fail("Somebody was found.");
        });
        Assert.All([counting, finding], refused => Assert.Equal("MissingPermission", refused.Failure.Id));
        Assert.All([counting, finding], refused => Assert.Contains(lacking, refused.Failure.Message, StringComparison.Ordinal));
    }

    private static void AssertNoErrors(IReadOnlyList<ListmonkCheck> checks) =>
        Assert.All(checks, check => Assert.True(check.Status != CheckStatus.Error, $"{check.Id}: {check.Summary}"));
}

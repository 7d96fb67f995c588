using ListmonkPS.Core.Tests.Diagnosis;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Evidence.Defects;

/// <summary>The version of real worlds, by API and by database.</summary>
public sealed class VersionWorldTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Versions => [.. ListmonkVersions.All.Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Both_accesses_tell_the_defects_of_the_version_and_whom_they_hit(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Cancellation);
        long unsubscribed = await world.ScalarAsync<long>(
            """
            SELECT count(DISTINCT s.id) FROM subscribers s JOIN subscriber_lists sl ON sl.subscriber_id = s.id JOIN lists l ON l.id = sl.list_id
            WHERE s.status = 'enabled' AND sl.status = 'unsubscribed' AND l.optin = 'double'
            """,
            Cancellation);
        IReadOnlyList<VersionTest> byDatabase = await TestAsync(world, Access.Api | Access.Database);
        IReadOnlyList<VersionTest> byApi = await TestAsync(world, Access.Api);
        Assert.Equal(byDatabase.Select(test => test.Id).Order(StringComparer.Ordinal), byApi.Select(test => test.Id).Order(StringComparer.Ordinal));
        Assert.All(byDatabase.Concat(byApi), test => Assert.Equal(version, test.Version));
        bool hasB8 = ListmonkVersions.Quirks(version).ResignUpStaysUnsubscribed;
        Assert.Equal(hasB8 ? unsubscribed : null, byDatabase.SingleOrDefault(test => test.Id == "B8")?.AffectedCount);
        Assert.True(unsubscribed > 0);
        Assert.All(world.Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task A_token_without_rights_still_learns_the_defects_and_that_conditions_are_not_known()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = "v5.0.2" }, Cancellation);
        await world.ExecuteAsync("UPDATE roles SET permissions = ARRAY['tx:send'] WHERE name = 'Reader'", Cancellation);
        await world.Server.ReloadAsync(Cancellation);
        VersionTest test = (await TestAsync(world, Access.Api)).Single(test => test.Id == "B8");
        Assert.Equal((null, CheckStatus.Warning), (test.Bites, test.Status));
    }

    private static async Task<IReadOnlyList<VersionTest>> TestAsync(World world, Access access)
    {
        ListmonkCore core = new();
        await using WorldSession session = await WorldSession.ConnectAsync(world, access);
        return await core.Versions.TestAsync(session.Session, new VersionTestRequest(), new SilentNotices(), Cancellation);
    }
}

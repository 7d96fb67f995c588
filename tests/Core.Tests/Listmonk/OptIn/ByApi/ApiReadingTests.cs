using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.ByApi;

/// <summary>How the API is asked for many people: in spans of numbers, in answers of bounded size, no more of them than are taken.</summary>
public sealed class ApiReadingTests
{
    /// <summary>Numbers far apart, as years of deleted subscribers leave them.</summary>
    private const string FarApart = """
        update subscribers set id = id * 40000 where id > 200;
        """;

    private const string WholeListOne = "/api/subscribers?per_page=all&list_id=1&subscription_status=unconfirmed";

    private static readonly DueSelection All = new([1, 2, 3], [1, 2, 3], null, null);

    public static TheoryData<string> Versions => ListmonkVersions.All;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G13_G15_spans_of_numbers_miss_nobody_and_no_answer_is_large(string version)
    {
        await using BothWays ways = await BothWays.CreateAsync(version, FarApart);
        int[] wanted = await IdsAsync(new DueList(ways.Database.Database!, TimeProvider.System).ReadAsync(All, null, Test));
        Assert.InRange(wanted.Length, 50, 400);

        Assert.Equal(wanted, await IdsAsync(List(ways.Api, atOnce: 20, heldAtMost: 10, peopleAtOnce: 7).ReadAsync(All, null, Test)));

        string[] queries = [.. Queries(ways)];
        // Members of list 1 are too many for one answer; those of the others may fit.
        Assert.Contains(queries, query => query.StartsWith(WholeListOne + "&query=", StringComparison.Ordinal));
        Assert.DoesNotContain(WholeListOne, queries);
        Assert.InRange(queries.Length, 20, 400);
    }

    [Fact]
    public async Task Who_takes_few_reads_few()
    {
        await using BothWays ways = await BothWays.CreateAsync("v5.0.2");
        ApiDueList list = List(ways.Api, atOnce: 50, heldAtMost: 10, peopleAtOnce: 5);
        await using IAsyncEnumerator<DuePerson> people = list.ReadAsync(All, null, Test).GetAsyncEnumerator(Test);
        Assert.True(await people.MoveNextAsync());
        int atFirst = Queries(ways).Count(IsOfPeople);
        for (int i = 0; i < 4; i++)
            Assert.True(await people.MoveNextAsync());
        Assert.Equal((1, 1), (atFirst, Queries(ways).Count(IsOfPeople)));

        Assert.Equal(3, (await IdsAsync(List(ways.Api, atOnce: 50, heldAtMost: 10, peopleAtOnce: 5).ReadAsync(All, 3, Test))).Length);
        Assert.Equal(2, Queries(ways).Count(IsOfPeople));
    }

    [Fact]
    public async Task Who_confirms_while_the_stream_runs_is_left_out()
    {
        await using BothWays ways = await BothWays.CreateAsync("v6.2.0");
        int[] wanted = await IdsAsync(new DueList(ways.Database.Database!, TimeProvider.System).ReadAsync(All, null, Test));
        List<int> found = [];
        await foreach (DuePerson person in List(ways.Api, atOnce: 50, heldAtMost: 10, peopleAtOnce: 5).ReadAsync(All, null, Test))
        {
            found.Add(person.SubscriberId);
            if (found.Count == 1)
                await ways.World.ExecuteAsync($"update subscriber_lists set status = 'confirmed' where subscriber_id = {wanted[10]}", Test);
        }

        Assert.Equal(wanted.Where(id => id != wanted[10]), found);
    }

    [Fact]
    public async Task G16_without_the_right_to_query_a_long_list_is_read_whole_and_that_is_told()
    {
        await using BothWays ways = await BothWays.CreateAsync("v6.2.0");
        List<long> told = [];
        SubscriberCall call = new(ways.Reader);
        ApiDueList list = new(call, new SubscriberReader(call, mayQuery: false, told.Add, atOnce: 50), mayQuery: false, heldAtMost: 10, peopleAtOnce: 5);
        int[] wanted = await IdsAsync(new DueList(ways.Database.Database!, TimeProvider.System).ReadAsync(All, null, Test));
        Assert.Equal(wanted, await IdsAsync(list.ReadAsync(All, null, Test)));
        Assert.NotEmpty(told);
        Assert.All(told, people => Assert.True(people > 50));
        Assert.DoesNotContain(Queries(ways), query => query.Contains("&query=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task G13_a_server_in_trouble_is_not_an_empty_list()
    {
        await using BothWays ways = await BothWays.CreateAsync("v3.0.0");
        SubscriberCall call = new(ways.Api);
        Assert.Equal(0, await call.CountAsync(new SubscriberSlice(4, "confirmed"), Test)); // nobody confirms on a single opt-in list
        await ways.World.ExecuteAsync("alter table subscriber_lists rename to lost", Test);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => call.CountAsync(new SubscriberSlice(1, "unconfirmed"), Test));
        Assert.NotEqual(FailureCategory.PermissionDenied, exception.Failure.Category);
    }

    [Theory]
    [InlineData("lists:get_all", "settings:get", "subscribers:get_all")]
    [InlineData("subscribers:get_all", "settings:get", "lists:get_all")]
    [InlineData("subscribers:get_all", "subscribers:get", "lists:get_all")]
    public async Task G16_a_missing_right_is_named_and_no_answer_is_empty(string missing, string first, string second)
    {
        await using BothWays ways = await BothWays.CreateAsync("v4.1.0");
        ListmonkServer least = await ways.UserAsync(first, second);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => ReadRights.RequireAsync(least, Test));
        Assert.Equal(("MissingPermission", FailureCategory.PermissionDenied), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains($"lacks the right {missing}.", exception.Failure.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<FailureException>(() => ApiWaiting.ReadAsync(least, Test));
        Assert.Equal("MissingPermission", exception.Failure.Id);
        await least.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G17_a_server_without_lists_has_nobody_who_waits(string version)
    {
        await using BothWays ways = await BothWays.CreateAsync(version, "delete from lists", WorldHistory.Empty);
        Assert.Empty(await ApiLists.ReadAsync(ways.Api.Api!, Test));
        Assert.Equal(0, (await ApiWaiting.ReadAsync(ways.Api, Test)).People);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_right_to_query_is_known_without_trying_it(string version)
    {
        await using BothWays ways = await BothWays.CreateAsync(version, history: WorldHistory.Empty);
        Assert.True((await ReadRights.RequireAsync(ways.Api, Test)).MayQuery);
        Assert.Equal(!ListmonkVersions.Quirks(version).SqlNeedsPermission, (await ReadRights.RequireAsync(ways.Reader, Test)).MayQuery);
    }

    private static bool IsOfPeople(string query) => query.Contains("IN%20%28", StringComparison.Ordinal) || query.Contains("IN (", StringComparison.Ordinal);

    private static IEnumerable<string> Queries(BothWays ways) =>
        ways.World.Server.Requests.Select(request => request.Path).Where(path => path.StartsWith("/api/subscribers?", StringComparison.Ordinal));

    private static ApiDueList List(ListmonkServer server, int atOnce, int heldAtMost, int peopleAtOnce)
    {
        SubscriberCall call = new(server);
        return new ApiDueList(call, new SubscriberReader(call, mayQuery: true, atOnce: atOnce), mayQuery: true, heldAtMost, peopleAtOnce);
    }

    private static async Task<int[]> IdsAsync(IAsyncEnumerable<DuePerson> people)
    {
        List<int> ids = [];
        await foreach (DuePerson person in people)
            ids.Add(person.SubscriberId);
        return [.. ids];
    }
}

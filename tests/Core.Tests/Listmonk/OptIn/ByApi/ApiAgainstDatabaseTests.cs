using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Tests.AccessTable;
using ListmonkPS.Core.Tests.Listmonk.Connecting;
using ListmonkPS.Core.Tests.TestBench.StandIn;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.ByApi;

/// <summary>The API alone answers as the database alone, on each version, but for the table of blind spots.</summary>
public sealed class ApiAgainstDatabaseTests
{
    /// <summary>People as only edits by SQL make them, people on several lists, on none, on a list that was single once (G11), with odd names.</summary>
    private const string Oddities = """
        insert into subscribers (uuid, email, name, status) values
            (gen_random_uuid(), 'none@example.org', 'On No List', 'enabled'), (gen_random_uuid(), 'off@example.org', 'Off', 'disabled'),
            (gen_random_uuid(), 'three@example.org', E'Three\u001B[2J', 'enabled'), (gen_random_uuid(), 'null@example.org', 'Null', 'enabled'),
            (gen_random_uuid(), 'ever@example.org', E'\u5F20\u4F1F', 'enabled'), (gen_random_uuid(), 'far@example.org', 'Far', 'enabled'),
            (gen_random_uuid(), 'gone@example.org', 'Gone', 'blocklisted');
        insert into subscriber_lists (subscriber_id, list_id, status, created_at)
        select s.id, l, m.status::subscription_status, m.at from (values
            ('off', array[1], 'unconfirmed', timestamptz '2025-05-01 10:00:00.123456+02'), ('three', array[1,2,3,4], 'unconfirmed', '2025-05-01 10:00:00.123456+02'),
            ('null', array[2], 'unconfirmed', null), ('ever', array[3], 'unconfirmed', 'infinity'), ('far', array[1], 'unconfirmed', '20000-01-01 00:00+00'),
            ('gone', array[1], 'unconfirmed', '2025-05-01 10:00+00')) m (who, lists, status, at)
        join subscribers s on s.email = m.who || '@example.org', unnest(m.lists) l;
        insert into bounces (subscriber_id, type)
        select subscriber_id, case row_number() over (order by subscriber_id) when 1 then 'soft' when 2 then 'complaint' else 'hard' end::bounce_type
        from (select subscriber_id from subscriber_lists where status = 'unconfirmed' and list_id = 1 order by subscriber_id limit 7) s
        """;

    public static TheoryData<string> Versions => ListmonkVersions.All;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G11_G14_the_same_people_wait_in_the_same_order(string version)
    {
        await using BothWays ways = await BothWays.CreateAsync(version, Oddities + ArchiveSql(version));
        List<UnconfirmedSubscriber> everyone = await FindAsync(ways.Database, new UnconfirmedFilter());
        DateTimeOffset middle = everyone[everyone.Count / 2].SubscribedAt;
        UnconfirmedFilter[] filters =
        [
            new(), new() { IncludeBounced = true }, new() { Email = ["*a*", "three@*"], Since = middle }, new() { Domain = ["*.org"] }, new() { List = ["Weekly*"] }, new() { List = ["2", "Members"], First = 7 }, new() { Since = middle }, new() { Before = middle },
        ];
        foreach (UnconfirmedFilter filter in filters)
        {
            string[] wanted = [.. (await FindAsync(ways.Database, filter)).Select(BlindSpots.Comparable)];
            Assert.NotEmpty(wanted);
            Assert.Equal(wanted, (await FindAsync(ways.Api, filter)).Select(BlindSpots.Comparable));
            if (filter.IncludeBounced || !ListmonkVersions.Quirks(version).HasUsers)
                Assert.Equal(wanted, (await FindAsync(ways.Reader, filter)).Select(BlindSpots.Comparable));
        }

        // Who may not see bounces leaves nobody out for them.
        Assert.NotEqual(everyone.Count, (await FindAsync(ways.Database, new UnconfirmedFilter { IncludeBounced = true })).Count);
    }

    /// <summary>A list that turned double later, and robots: the reasons are the same.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G11_the_same_people_are_suspect(string version)
    {
        await using BothWays ways = await BothWays.CreateAsync(version, """
            update lists set created_at = '2025-01-01Z', updated_at = '2025-06-01Z' where id in (1, 2);
            insert into subscribers (uuid, email, name, created_at)
            select gen_random_uuid(), 'early' || n || '@example.org', 'Early', timestamptz '2025-01-02Z' + n * interval '7 hours' from generate_series(1, 70) n;
            insert into subscribers (uuid, email, name, created_at)
            select gen_random_uuid(), 'robot' || n || '@example.org', 'Robot', timestamptz '2025-02-02Z' + n * interval '1 second' from generate_series(1, 25) n;
            insert into subscriber_lists (subscriber_id, list_id, status, created_at)
            select id, case when email like 'robot%' then 3 else 1 end, 'unconfirmed', created_at from subscribers where name in ('Early', 'Robot')
            """);
        UnconfirmedFilter filter = new() { IncludeBounced = true };
        List<UnconfirmedSubscriber> wanted = await FindAsync(ways.Database, filter);
        Assert.InRange(wanted.Count(person => person.Suspect is not null), 90, 110);
        Assert.Equal(wanted.Select(BlindSpots.Comparable), (await FindAsync(ways.Api, filter)).Select(BlindSpots.Comparable));
        Assert.Equal(wanted.Select(BlindSpots.Comparable), (await FindAsync(ways.Reader, filter)).Select(BlindSpots.Comparable));
        Assert.Equal(wanted[0].GetConfirmUri(), (await FindAsync(ways.Reader, filter))[0].GetConfirmUri());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G45_the_same_people_are_counted(string version)
    {
        await using BothWays ways = await BothWays.CreateAsync(version, Oddities + ArchiveSql(version));
        await ways.World.ExecuteAsync("update settings set value = 'true' where key = 'app.cache_slow_queries'", Test);
        await ways.World.Server.ReloadAsync(Test);
        string[] wanted = [.. (await CountAsync(ways.Database)).Select(BlindSpots.Comparable)];
        Assert.Contains(wanted, count => count.Contains("ListId  |", StringComparison.Ordinal));
        Assert.Equal(wanted, (await CountAsync(ways.Api)).Select(BlindSpots.Comparable));
        Assert.Equal(wanted, (await CountAsync(ways.Reader)).Select(BlindSpots.Comparable));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_diagnosis_counts_the_same(string version)
    {
        await using BothWays ways = await BothWays.CreateAsync(version, ArchiveSql(version) + """
            insert into subscriber_lists (subscriber_id, list_id, created_at) select id, 1, '2025-05-01 10:00:00.5+00' from subscribers order by id desc limit 30
            on conflict (subscriber_id, list_id) do update set status = 'unconfirmed', created_at = excluded.created_at
            """);
        WaitingSummary wanted = await ways.Database.Database!.ReadWaitingAsync(Test);
        Assert.InRange(wanted.RowsInBulk, 1, wanted.Rows - 1);
        Assert.Equal(BlindSpots.Comparable(wanted), BlindSpots.Comparable(await ApiWaiting.ReadAsync(ways.Api, Test)));
        Assert.Equal(BlindSpots.Comparable(wanted), BlindSpots.Comparable(await ApiWaiting.ReadAsync(ways.Reader, Test)));
    }

    /// <summary>Where lists can be archived, one with people who wait is: they are mailed no more (G21).</summary>
    private static string ArchiveSql(string version) =>
        ListmonkVersions.Quirks(version).HasListStatus ? "; update lists set status = 'archived' where id = 3;" : ";";

    private static async Task<List<UnconfirmedSubscriber>> FindAsync(ListmonkServer server, UnconfirmedFilter filter)
    {
        List<UnconfirmedSubscriber> people = [];
        await foreach (UnconfirmedSubscriber person in new SubscriberDoor(new NobodyMailedAgain()).FindUnconfirmedAsync(BothWays.Session(server), filter, new RecordedNotices(), Test))
            people.Add(person);
        return people;
    }

    private static Task<IReadOnlyList<SubscriberStatusCount>> CountAsync(ListmonkServer server) =>
        new SubscriberDoor().CountAsync(BothWays.Session(server), new RecordedNotices(), Test);
}

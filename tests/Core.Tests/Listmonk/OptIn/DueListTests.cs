using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Tests.Listmonk.Database;
using ListmonkPS.Core.Tests.TestBench;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn;

public sealed class DueListTests
{
    /// <summary>Lists 1 and 2 ask for confirmation; 3 does not. Forty people, in an order that is not that of their numbers, some at the same time.</summary>
    private const string People = """
        INSERT INTO lists (name, optin) VALUES ('Weekly', 'double'), ('Shop', 'double'), ('News', 'single');
        INSERT INTO subscribers (email, name) SELECT 'p' || n || '@example.org', 'P' || n FROM generate_series(1, 40) n;
        INSERT INTO subscriber_lists (subscriber_id, list_id, created_at)
        SELECT n, 1, timestamptz '2025-04-20 00:00+00' + (n * 7 % 20) * interval '1 hour 1 microsecond' FROM generate_series(1, 40) n;
        """;

    private static readonly DueSelection Both = new([1, 2], [1, 2], null, null);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10_000)]
    [InlineData(41)]
    [InlineData(40)]
    [InlineData(39)]
    [InlineData(20)]
    [InlineData(3)]
    [InlineData(1)]
    public async Task The_order_is_by_number_and_nobody_is_cut_in_two_however_it_is_paged(int rowsAtOnce)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await world.ExecuteAsync("INSERT INTO subscriber_lists (subscriber_id, list_id, created_at) SELECT n, 2, '2025-04-01 10:00+00' FROM generate_series(2, 40, 2) n");
        await using ListmonkDatabase database = world.Open();
        List<DuePerson> people = await ReadAsync(new DueList(database, TimeProvider.System, rowsAtOnce), Both);
        Assert.Equal(Enumerable.Range(1, 40), people.Select(person => person.SubscriberId));
        Assert.All(people, person => Assert.Equal(person.SubscriberId % 2 == 0 ? [1, 2] : [1], person.Lists));
        Assert.All(people, person => Assert.Equal(person.SubscriberId % 2 == 0, person.Oldest.Day == 1));
    }

    [Fact]
    public async Task Numbers_below_one_are_read_too()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await world.ExecuteAsync("""
            INSERT INTO subscribers (id, email, name) VALUES (-2147483648, 'first@example.org', ''), (2147483647, 'last@example.org', '');
            INSERT INTO subscriber_lists (subscriber_id, list_id) VALUES (-2147483648, 1), (2147483647, 2);
            """);
        await using ListmonkDatabase database = world.Open();
        List<DuePerson> people = await ReadAsync(new DueList(database, TimeProvider.System, 3), Both);
        Assert.Equal((int.MinValue, int.MaxValue, 42), (people[0].SubscriberId, people[^1].SubscriberId, people.Count));
    }

    [Fact]
    public async Task One_person_is_one_row_with_all_lists_and_the_oldest_time()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await world.ExecuteAsync("""
            INSERT INTO subscriber_lists (subscriber_id, list_id, created_at) VALUES (5, 2, '2025-04-01 10:00+00'), (5, 3, '2025-03-01 10:00+00');
            """);
        await using ListmonkDatabase database = world.Open();
        DuePerson person = (await ReadAsync(new DueList(database, TimeProvider.System), Both with { WantedLists = [1] })).Single(one => one.SubscriberId == 5);
        Assert.Equal((5, "p5@example.org", "P5"), (person.SubscriberId, person.Email, person.Name));
        Assert.Equal([1, 2], person.Lists); // one mail covers both (G22), whichever list was asked for
        Assert.Equal(new DateTimeOffset(2025, 4, 1, 10, 0, 0, TimeSpan.Zero), person.Oldest);
    }

    [Fact]
    public async Task Who_does_not_wait_or_may_not_be_mailed_is_left_out()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await world.ExecuteAsync("""
            UPDATE subscribers SET status = 'disabled' WHERE id = 1;
            UPDATE subscribers SET status = 'blocklisted' WHERE id = 2;
            UPDATE subscriber_lists SET status = 'confirmed' WHERE subscriber_id = 3;
            UPDATE subscriber_lists SET status = 'unsubscribed' WHERE subscriber_id = 4;
            UPDATE subscriber_lists SET list_id = 3 WHERE subscriber_id = 5;
            UPDATE subscriber_lists SET list_id = 2 WHERE subscriber_id = 6;
            """);
        await using ListmonkDatabase database = world.Open();
        List<DuePerson> people = await ReadAsync(new DueList(database, TimeProvider.System), Both with { WantedLists = [1] });
        Assert.Equal(Enumerable.Range(7, 34), people.Select(person => person.SubscriberId).Order());
    }

    [Theory]
    [InlineData("2025-04-20 03:00:00.000003Z", "2025-04-20 05:00:00.000005Z", "9 12 29 32")]
    [InlineData("2025-04-20 03:00:00.000004Z", "2025-04-20 05:00:00.000006Z", "12 15 32 35")]
    [InlineData("2026-01-01Z", null, "")]
    [InlineData(null, "2025-04-20 00:00:00Z", "")]
    [InlineData(null, "2025-04-20 00:00:00.000001Z", "20 40")]
    public async Task The_window_takes_its_beginning_and_leaves_its_end(string? since, string? before, string ids)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await using ListmonkDatabase database = world.Open();
        List<DuePerson> people = await ReadAsync(new DueList(database, TimeProvider.System, 3), Both with { Since = Time(since), Before = Time(before) });
        Assert.Equal(ids, string.Join(' ', people.Select(person => person.SubscriberId)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(11, 11)]
    [InlineData(100, 40)]
    public async Task No_more_come_than_are_wanted(long first, int count)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await using ListmonkDatabase database = world.Open();
        Assert.Equal(count, (await ReadAsync(new DueList(database, TimeProvider.System, 3), Both, first)).Count);
    }

    [Fact]
    public async Task Times_that_only_SQL_can_write_neither_lose_a_row_nor_turn_in_circles()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await world.ExecuteAsync("""
            UPDATE subscriber_lists SET created_at = NULL WHERE subscriber_id IN (1, 2);
            UPDATE subscriber_lists SET created_at = '-infinity' WHERE subscriber_id IN (3, 4);
            UPDATE subscriber_lists SET created_at = '0044-03-15 12:00 BC' WHERE subscriber_id = 5;
            UPDATE subscriber_lists SET created_at = 'infinity' WHERE subscriber_id IN (6, 7);
            UPDATE subscriber_lists SET created_at = '20000-01-01' WHERE subscriber_id = 8;
            """);
        await using ListmonkDatabase database = world.Open();
        List<DuePerson> people = await ReadAsync(new DueList(database, TimeProvider.System, 3), Both);
        Assert.Equal(40, people.Count);
        Assert.All(people[..5], person => Assert.Equal(DateTimeOffset.UnixEpoch, person.Oldest));
        Assert.All(people[5..8], person => Assert.Equal(9999, person.Oldest.Year));
        DateTime then = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal([1, 2, 3, 4, 5], (await ReadAsync(new DueList(database, TimeProvider.System), Both with { Before = then })).Select(person => person.SubscriberId));
        Assert.Equal(35, (await ReadAsync(new DueList(database, TimeProvider.System), Both with { Since = then })).Count);
    }

    /// <summary>A slow reader: the statement waits a moment for him, then the rest of the page is held and nothing stays open.</summary>
    [Theory]
    [InlineData(10_000, 6000)] // all in one page, which was read whole
    [InlineData(3000, 3001)] // the second page begins when the first is taken
    public async Task Nothing_stays_open_while_the_reader_works_and_who_confirmed_before_his_page_is_left_out(int rowsAtOnce, int found)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await world.ExecuteAsync("""
            INSERT INTO subscribers (email, name) SELECT 'q' || n || '@example.org', '' FROM generate_series(41, 6000) n;
            INSERT INTO subscriber_lists (subscriber_id, list_id) SELECT n, 1 FROM generate_series(41, 6000) n;
            """);
        await using ListmonkDatabase database = world.Open();
        int seen = 0;
        await foreach (DuePerson person in new DueList(database, TimeProvider.System, rowsAtOnce).ReadAsync(Both, null, Test))
        {
            if (seen++ != 0)
                continue;
            await NothingOpenAsync(world);
            await world.ExecuteAsync("UPDATE subscriber_lists SET status = 'confirmed' WHERE subscriber_id NOT IN (1, 5000)");
        }

        Assert.Equal(found, seen);
    }

    [Fact]
    public async Task Stopping_early_ends_it()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await using ListmonkDatabase database = world.Open();
        await foreach (DuePerson person in new DueList(database, TimeProvider.System, 5).ReadAsync(Both, null, Test))
        {
            Assert.Equal(1, person.SubscriberId);
            break;
        }

        await NothingOpenAsync(world);
        Assert.Equal(3, (await database.ReadListsAsync(Test)).Count);
    }

    [Fact]
    public async Task Cancelling_ends_the_stream()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await using ListmonkDatabase database = world.Open();
        using CancellationTokenSource stop = new();
        int seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DuePerson person in new DueList(database, TimeProvider.System, 5).ReadAsync(Both, null, stop.Token))
            {
                seen += person.SubscriberId > 0 ? 1 : 0;
                await stop.CancelAsync();
            }
        });
        Assert.Equal(4, seen); // of the five rows of the first page the last may go on with the next
    }

    /// <summary>The page that is read ahead ends by itself; nothing stays open after it.</summary>
    private static Task NothingOpenAsync(TestDatabase world) => Eventually.HoldsAsync(
        "nothing is open",
        async () => await world.ScalarAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ListmonkPS' AND state <> 'idle'") is 0L);

    private static DateTime? Time(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private static async Task<List<DuePerson>> ReadAsync(DueList due, DueSelection selection, long? first = null)
    {
        List<DuePerson> people = [];
        await foreach (DuePerson person in due.ReadAsync(selection, first, Test))
            people.Add(person);
        return people;
    }
}

using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Tests.Listmonk.Database;

public sealed class WaitingTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task Only_enabled_people_who_wait_on_double_lists_count(string version)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync(version);
        await world.ExecuteAsync("""
            INSERT INTO lists (name, optin) VALUES ('Weekly', 'double'), ('Shop', 'double'), ('News', 'single');
            INSERT INTO subscribers (email, status) VALUES ('a', 'enabled'), ('b', 'enabled'), ('c', 'disabled'), ('d', 'blocklisted'), ('e', 'enabled'), ('f', 'enabled');
            INSERT INTO subscriber_lists (subscriber_id, list_id, status, created_at) VALUES
              (1, 1, 'unconfirmed', '2025-04-20 10:00+00'), (1, 2, 'unconfirmed', '2025-04-21 10:00+00'), (2, 1, 'unconfirmed', '2025-04-22 10:00+00'),
              (3, 1, 'unconfirmed', '2025-04-19 10:00+00'), (4, 1, 'unconfirmed', '2025-04-19 10:00+00'), (5, 3, 'unconfirmed', '2025-04-19 10:00+00'),
              (6, 1, 'confirmed', '2025-04-25 10:00+00'), (6, 3, 'unconfirmed', '2025-04-30 10:00+00');
            """);
        WaitingSummary summary = await ReadAsync(world);
        Assert.Equal(new WaitingSummary(2, 3, Day(20), Day(22), 0, Day(25)), summary);
    }

    [Fact]
    public async Task Archived_lists_do_not_count()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("""
            INSERT INTO lists (name, optin, status) VALUES ('Old', 'double', 'archived');
            INSERT INTO subscribers (email) VALUES ('a');
            INSERT INTO subscriber_lists (subscriber_id, list_id) VALUES (1, 1);
            """);
        Assert.Equal(new WaitingSummary(0, 0, null, null, 0, null), await ReadAsync(world));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(25, 25)]
    public async Task Ten_or_more_of_the_same_second_are_bulk(int inOneSecond, long bulk)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync($"""
            INSERT INTO lists (name, optin) VALUES ('Weekly', 'double');
            INSERT INTO subscribers (email) SELECT 'p' || n FROM generate_series(1, 40) n;
            INSERT INTO subscriber_lists (subscriber_id, list_id, created_at)
            SELECT n, 1, timestamptz '2025-04-20 10:00:00.2+00' + CASE WHEN n <= {inOneSecond} THEN n * interval '10 ms' ELSE n * interval '1 minute' END
            FROM generate_series(1, 40) n;
            """);
        WaitingSummary summary = await ReadAsync(world);
        Assert.Equal((40, 40, bulk), (summary.People, summary.Rows, summary.RowsInBulk));
    }

    private static async Task<WaitingSummary> ReadAsync(TestDatabase world)
    {
        await using ListmonkDatabase database = world.Open();
        return await database.ReadWaitingAsync(Test);
    }

    private static DateTimeOffset Day(int day) => new(2025, 4, day, 10, 0, 0, TimeSpan.Zero);
}

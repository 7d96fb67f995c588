using ListmonkPS.Core.Listmonk.Database;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Database;

public sealed class DatabaseTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_rows_come_as_they_are_stored()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("UPDATE settings SET updated_at = '2025-04-20 14:02+02' WHERE key = 'app.send_optin_confirmation'");
        await world.ExecuteAsync("INSERT INTO settings VALUES ('app.root_url', '\"http://x\"', NULL)");
        await using ListmonkDatabase database = world.Open();
        IReadOnlyDictionary<string, SettingRow> rows = await database.ReadSettingRowsAsync(Test);
        Assert.Equal(3, rows.Count);
        Assert.Equal(
            new SettingRow("app.send_optin_confirmation", "true", new DateTimeOffset(2025, 4, 20, 12, 2, 0, TimeSpan.Zero)),
            rows["app.send_optin_confirmation"]);
        Assert.Equal(new SettingRow("app.root_url", "\"http://x\"", null), rows["app.root_url"]);
    }

    [Theory]
    [InlineData("v3.0.0", "active")]
    [InlineData("v6.2.0", "archived")]
    public async Task Lists_have_a_status_where_the_column_is(string version, string status)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync(version);
        await world.ExecuteAsync("INSERT INTO lists (name, type, optin) VALUES (E'We\\u202Eekly', 'private', 'double'), ('Shop', 'public', 'single')");
        if (version == "v6.2.0")
            await world.ExecuteAsync("UPDATE lists SET status = 'archived' WHERE id = 1");
        await using ListmonkDatabase database = world.Open();
        IReadOnlyList<ListRow> lists = await database.ReadListsAsync(Test);
        Assert.Equal(
            [(1, @"We\u{202E}ekly", "private", "double", status), (2, "Shop", "public", "single", "active")],
            lists.Select(list => (list.Id, list.Name, list.Type, list.OptIn, list.Status)));
        Assert.All(lists, list => Assert.NotEqual(Guid.Empty, list.Uuid));
        Assert.All(lists, list => Assert.NotNull(list.CreatedAt));
    }

    [Fact]
    public async Task Reading_cannot_write()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open();
        await Assert.ThrowsAsync<FailureException>(() => database.ReadAsync(
            async (connection, token) =>
            {
                await using NpgsqlCommand command = new("DELETE FROM settings", connection);
                return await command.ExecuteNonQueryAsync(token);
            },
            Test));
        Assert.Equal(2L, await world.ScalarAsync("SELECT count(*) FROM settings"));
    }

    [Fact]
    public async Task Writing_is_kept_when_the_work_returns_and_undone_when_it_throws()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open();
        Assert.Equal(1, await database.WriteAsync((connection, _, token) => RunAsync(connection, "DELETE FROM settings WHERE key = 'migrations'", token), Test));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            async (connection, _, token) =>
            {
                await RunAsync(connection, "DELETE FROM settings", token);
                throw new InvalidOperationException("changed its mind");
            },
            Test));
        Assert.Equal(1L, await world.ScalarAsync("SELECT count(*) FROM settings"));
    }

    [Fact]
    public async Task A_long_statement_ends_at_the_bound()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open(seconds: 3, time: new FakeTimeProvider()); // the bound is PostgreSQL's own
        FailureException exception = await Assert.ThrowsAsync<FailureException>(
            () => database.ReadAsync((connection, token) => RunAsync(connection, "SELECT pg_sleep(600)", token), Test).WaitAsync(TimeSpan.FromMinutes(1), Test));
        Assert.Equal(("DatabaseTimeout", FailureCategory.OperationTimeout), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains("within 3 s", exception.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_a_statement_while_the_clock_stands()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open(time: new FakeTimeProvider());
        using CancellationTokenSource stop = new();
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task work = database.ReadAsync(
            (connection, token) =>
            {
                Task<int> sleep = RunAsync(connection, "SELECT pg_sleep(600)", token);
                running.SetResult();
                return sleep;
            },
            stop.Token);
        await running.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromMinutes(1), Test));
    }

    [Fact]
    public async Task A_connection_that_died_in_the_pool_is_replaced()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open();
        await Task.WhenAll(database.ReadListsAsync(Test), database.ReadListsAsync(Test));
        await world.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ListmonkPS'");
        Assert.Empty(await database.ReadListsAsync(Test));
        Assert.Equal(0, await database.WriteAsync((connection, _, token) => RunAsync(connection, "DELETE FROM lists", token), Test));
    }

    [Fact]
    public async Task At_most_two_connections_are_opened_and_they_say_whose_they_are()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.ReadSettingRowsAsync(Test)));
        long count = (long)(await world.ScalarAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ListmonkPS'"))!;
        Assert.InRange(count, 1, 2);
    }

    [Fact]
    public async Task A_time_that_NET_cannot_hold_is_a_failure_and_no_crash()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open();
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => database.ReadAsync(
            async (connection, token) =>
            {
                await using NpgsqlCommand command = new("SELECT 'infinity'::timestamptz - interval '1 day', '10000-01-01'::timestamptz", connection);
                await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(token);
                await reader.ReadAsync(token);
                return DatabaseTime.At(reader, 1);
            },
            Test));
        Assert.Equal("DatabaseFailed", exception.Failure.Id);
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteNonQueryAsync(token);
    }
}

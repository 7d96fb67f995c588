using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Database.Health;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.PostgreSql;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Database.Health;

/// <summary>Each trouble of a database is made in a real one, and seen by a role that may only read.</summary>
public sealed class DatabaseExamTests
{
    private static readonly ListmonkVersion Six = ListmonkVersion.Parse("v6.2.0");

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_database_fails_in_nothing_and_names_the_rights_that_are_missing()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("INSERT INTO lists (name) VALUES ('a'); INSERT INTO subscribers (email) VALUES ('a'); INSERT INTO subscriber_lists (subscriber_id, list_id) VALUES (1, 1)");
        Dictionary<DatabaseAspect, DatabaseTest> tests = await ExamineAsync(world, await ReaderAsync(world));
        Assert.Equal(Enum.GetValues<DatabaseAspect>(), tests.Keys.Order());
        Assert.All(tests.Values, test => Assert.True(test.Status is CheckStatus.Pass or CheckStatus.Skipped, $"{test.Aspect} {test.Summary}"));
        Assert.Equal(
            [DatabaseAspect.IdleTransactions, DatabaseAspect.LongQueries, DatabaseAspect.Disk],
            tests.Values.Where(test => test.Status == CheckStatus.Skipped).Select(test => test.Aspect).Order());
        Assert.Contains("GRANT pg_read_all_stats TO \"role_", tests[DatabaseAspect.LongQueries].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_that_is_named_shows_what_was_skipped()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder reader = await ReaderAsync(world);
        await world.ExecuteAsync((await ExamineAsync(world, reader))[DatabaseAspect.LongQueries].Remedy!["As a superuser: ".Length..]);
        await world.ExecuteAsync($"GRANT pg_read_all_settings TO {reader.Username}");
        Dictionary<DatabaseAspect, DatabaseTest> tests = await ExamineAsync(world, reader);
        Assert.Equal(CheckStatus.Pass, tests[DatabaseAspect.LongQueries].Status);
        Assert.NotEqual(CheckStatus.Error, tests[DatabaseAspect.Disk].Status);
    }

    [Theory]
    [InlineData(false, CheckStatus.Warning)] // whether the holder is idle is not seen
    [InlineData(true, CheckStatus.Fail)]
    public async Task A_blocked_session_is_told_with_who_holds_the_lock(bool seesSessions, CheckStatus status)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder reader = await ReaderAsync(world);
        if (seesSessions)
            await world.ExecuteAsync($"GRANT pg_read_all_stats TO {reader.Username}");
        await using NpgsqlConnection holder = await OpenAsync(world);
        await using NpgsqlTransaction held = await holder.BeginTransactionAsync(Test);
        await RunAsync(holder, "LOCK TABLE subscribers IN EXCLUSIVE MODE");
        await using NpgsqlConnection waiter = await OpenAsync(world);
        Task waiting = RunAsync(waiter, "INSERT INTO subscribers (email) VALUES ('late')");
        await Eventually.HoldsAsync("it waits", async () => await world.ScalarAsync("SELECT count(*) FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") is 1L);

        DatabaseTest test = (await ExamineAsync(world, reader))[DatabaseAspect.Blocking];

        await held.RollbackAsync(Test);
        await waiting;
        Assert.Equal(status, test.Status);
        Assert.Contains($"process {holder.ProcessID} holds", test.Summary, StringComparison.Ordinal);
        Assert.Contains($"{waiter.ProcessID} (postgres) waits on subscribers for {holder.ProcessID} (postgres)", test.Details[0], StringComparison.Ordinal);
        Assert.Contains($"pg_terminate_backend({holder.ProcessID})", test.Remedy, StringComparison.Ordinal);
        Assert.Equal(CheckStatus.Pass, (await ExamineAsync(world, reader))[DatabaseAspect.Blocking].Status);
    }

    [Theory]
    [InlineData("ALTER DATABASE \"@db\" SET default_transaction_read_only = on", CheckStatus.Fail)]
    [InlineData("ALTER ROLE @role SET default_transaction_read_only = on", CheckStatus.Pass)] // ours alone
    [InlineData("ALTER ROLE @role IN DATABASE \"@db\" SET default_transaction_read_only = on", CheckStatus.Pass)]
    public async Task A_database_that_takes_no_changes_is_told_from_a_role_that_makes_none(string sql, CheckStatus status)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder reader = await ReaderAsync(world);
        await world.ExecuteAsync(sql.Replace("@db", world.Name, StringComparison.Ordinal).Replace("@role", reader.Username, StringComparison.Ordinal));
        Assert.Equal(status, (await ExamineAsync(world, reader))[DatabaseAspect.Writing].Status);
    }

    [Theory]
    [InlineData("UPDATE settings SET value = '[\"v5.1.0\"]' WHERE key = 'migrations'", CheckStatus.Fail)]
    [InlineData("DELETE FROM settings WHERE key = 'migrations'", CheckStatus.Fail)]
    [InlineData("UPDATE settings SET value = '[\"v7.0.0\"]' WHERE key = 'migrations'", CheckStatus.Warning)]
    public async Task Tables_of_another_version_are_told(string sql, CheckStatus status)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(sql);
        Assert.Equal(status, (await ExamineAsync(world, await ReaderAsync(world)))[DatabaseAspect.Migrations].Status);
    }

    [Theory]
    [InlineData(2_147_483_647, CheckStatus.Fail)]
    [InlineData(2_000_000_000, CheckStatus.Warning)]
    [InlineData(5_000, CheckStatus.Pass)]
    public async Task Numbers_that_run_out_are_told_even_where_only_the_rows_show_them(int last, CheckStatus status)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync($"INSERT INTO subscribers (id, email) VALUES ({last}, 'last')");
        Assert.Equal(status, (await ExamineAsync(world, await ReaderAsync(world)))[DatabaseAspect.Sequences].Status);
    }

    [Fact]
    public async Task Numbers_that_imports_used_up_show_to_those_who_may_see_the_sequence()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("SELECT setval('subscribers_id_seq', 2147483647)");
        Assert.Equal(CheckStatus.Fail, (await ExamineAsync(world, world.Access()))[DatabaseAspect.Sequences].Status);
    }

    [Fact]
    public async Task A_table_that_was_never_analysed_and_one_full_of_dead_rows_are_told()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder reader = await ReaderAsync(world);
        await world.ExecuteAsync("INSERT INTO subscribers (email) SELECT 'p' || n FROM generate_series(1, 30000) n");
        await Eventually.HoldsAsync("its rows are counted", async () => await world.ScalarAsync("SELECT n_live_tup FROM pg_stat_user_tables WHERE relname = 'subscribers'") is 30_000L);
        DatabaseTest unknown = (await ExamineAsync(world, reader))[DatabaseAspect.Tables];
        Assert.Equal((CheckStatus.Warning, true), (unknown.Status, unknown.Summary.Contains("Never analysed: subscribers", StringComparison.Ordinal)));

        await world.ExecuteAsync("ANALYZE subscribers");
        Assert.Equal(CheckStatus.Pass, (await ExamineAsync(world, reader))[DatabaseAspect.Tables].Status);
        await world.ExecuteAsync("DELETE FROM subscribers WHERE id % 2 = 0");
        await Eventually.HoldsAsync("its dead rows are counted", async () => await world.ScalarAsync("SELECT n_dead_tup FROM pg_stat_user_tables WHERE relname = 'subscribers'") is 15_000L);
        DatabaseTest bloated = (await ExamineAsync(world, reader))[DatabaseAspect.Tables];
        Assert.Equal((CheckStatus.Warning, true), (bloated.Status, bloated.Summary.Contains("15,000 dead rows", StringComparison.Ordinal)));
        Assert.Contains("VACUUM ANALYZE subscribers", bloated.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_connections_left_says_so_at_the_door_and_nearly_without_in_figures()
    {
        await using PostgreSqlCluster cluster = await PostgreSqlCluster.StartAsync(Test);
        await using NpgsqlConnection super = new(cluster.ConnectionString("postgres"));
        await super.OpenAsync(Test);
        await RunAsync(super, "CREATE ROLE listmonk LOGIN PASSWORD 'role-secret'; CREATE ROLE reader LOGIN PASSWORD 'role-secret'");
        await SmallSchema.CreateAsync("v6.2.0", super, Test);
        await RunAsync(super, "ALTER TABLE settings OWNER TO listmonk; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
        List<NpgsqlConnection> taken = [];
        try
        {
            NpgsqlConnectionStringBuilder reader = new(cluster.ConnectionString("postgres", "reader", "role-secret"));
            for (int index = 0; index < 190; index++)
                taken.Add(await TakeAsync(cluster));
            await using ListmonkDatabase database = new(reader, TimeSpan.FromMinutes(1), TimeProvider.System);
            DatabaseTest nearly = (await DatabaseExam.RunAsync(database, Six, TimeProvider.System, Test)).Single(test => test.Aspect == DatabaseAspect.Connections);
            Assert.Equal(CheckStatus.Warning, nearly.Status);
            Assert.Contains("190 of them by listmonk", nearly.Summary, StringComparison.Ordinal);

            await Assert.ThrowsAsync<PostgresException>(async () =>
            {
                while (true)
                    taken.Add(await TakeAsync(cluster));
            });
            await using ListmonkDatabase late = new(reader, TimeSpan.FromMinutes(1), TimeProvider.System);
            DatabaseTest full = Assert.Single(await DatabaseExam.RunAsync(late, Six, TimeProvider.System, Test));
            Assert.Equal((DatabaseAspect.Connections, CheckStatus.Fail), (full.Aspect, full.Status));
        }
        finally
        {
            foreach (NpgsqlConnection connection in taken)
                await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_test()
    {
        NpgsqlConnectionStringBuilder nowhere = new("Host=127.0.0.1;Port=1;Username=u;Password=p;Database=d");
        await using ListmonkDatabase database = new(nowhere, TimeSpan.FromSeconds(5), TimeProvider.System);
        DatabaseTest test = Assert.Single(await DatabaseExam.RunAsync(database, Six, TimeProvider.System, Test));
        Assert.Equal((DatabaseAspect.Reach, CheckStatus.Fail), (test.Aspect, test.Status));
        Assert.Contains("127.0.0.1:1/d", test.Summary, StringComparison.Ordinal);
    }

    private static async Task<NpgsqlConnection> TakeAsync(PostgreSqlCluster cluster)
    {
        NpgsqlConnection connection = new(cluster.ConnectionString("postgres", "listmonk", "role-secret") + ";Pooling=false");
        try
        {
            await connection.OpenAsync(Test);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<NpgsqlConnectionStringBuilder> ReaderAsync(TestDatabase world)
    {
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        await world.ExecuteAsync($"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role.Username}");
        return role;
    }

    private static async Task<NpgsqlConnection> OpenAsync(TestDatabase world)
    {
        NpgsqlConnection connection = new(world.Access().ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Test);
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(Test);
    }

    private static async Task<Dictionary<DatabaseAspect, DatabaseTest>> ExamineAsync(TestDatabase world, NpgsqlConnectionStringBuilder access)
    {
        await using ListmonkDatabase database = world.Open(access);
        return (await DatabaseExam.RunAsync(database, Six, TimeProvider.System, Test)).ToDictionary(test => test.Aspect);
    }
}

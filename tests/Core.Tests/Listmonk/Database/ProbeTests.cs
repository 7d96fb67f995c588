using System.Text.RegularExpressions;
using ListmonkPS.Core.Listmonk.Database;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Database;

public sealed class ProbeTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task A_look_tells_version_role_and_state(string version)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync(version);
        await world.ExecuteAsync("INSERT INTO campaigns (status) VALUES ('running'), ('draft'), ('running')");
        DatabaseInfo info = await ProbeAsync(world);
        Assert.Equal((null, version, true, 2L), (info.Problem, info.LastMigration, info.MayWriteSettings, info.RunningCampaigns));
        Assert.Equal((world.Name, world.Access().Username), (info.Name, info.User));
        Assert.Matches(@"^\d+\.\d+", info.ServerVersion);
    }

    [Fact]
    public async Task A_role_that_may_only_read_the_four_tables_is_enough()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        await world.ExecuteAsync($"GRANT SELECT ON settings, lists, subscribers, subscriber_lists TO {role.Username}");
        DatabaseInfo info = await ProbeAsync(world, role);
        Assert.Equal((null, "v6.2.0", false, null), (info.Problem, info.LastMigration, info.MayWriteSettings, info.RunningCampaigns));
    }

    [Fact]
    public async Task A_database_without_the_tables_is_not_listmonks()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("DROP TABLE settings");
        Failure failure = await ProblemAsync(world);
        Assert.Equal(("NotListmonkDatabase", FailureCategory.InvalidResult), (failure.Id, failure.Category));
        Assert.Contains($"{world.Port}/{world.Name} is not listmonk's: it has no table settings", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_in_a_schema_off_the_search_path_are_told_with_the_schema()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("ALTER SCHEMA public RENAME TO mail");
        Failure failure = await ProblemAsync(world);
        Assert.Equal("TablesNotInSearchPath", failure.Id);
        Assert.Contains("Search Path=mail", failure.RecommendedAction, StringComparison.Ordinal);

        NpgsqlConnectionStringBuilder access = world.Access();
        access.SearchPath = "mail";
        Assert.Null((await ProbeAsync(world, access)).Problem);
    }

    [Theory]
    [InlineData("GRANT SELECT ON lists, subscribers, subscriber_lists TO @role", "table settings")]
    [InlineData("GRANT SELECT ON settings, lists, subscribers TO @role", "table subscriber_lists")]
    [InlineData("REVOKE USAGE ON SCHEMA public FROM public; GRANT SELECT ON ALL TABLES IN SCHEMA public TO @role", "schema public")]
    public async Task A_missing_right_is_named_and_the_statement_given_mends_it(string grants, string thing)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        await world.ExecuteAsync(grants.Replace("@role", role.Username, StringComparison.Ordinal));
        Failure failure = await ProblemAsync(world, role);
        Assert.Equal(("MissingDatabaseRight", FailureCategory.PermissionDenied), (failure.Id, failure.Category));
        Assert.Contains($"does not let this role use {thing}", failure.Message, StringComparison.Ordinal);

        await world.ExecuteAsync(Regex.Match(failure.RecommendedAction, "GRANT .*").Value);
        Assert.Null((await ProbeAsync(world, role)).Problem);
    }

    [Fact]
    public async Task A_right_that_is_lost_later_is_named_by_the_read_that_needs_it()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        await using ListmonkDatabase database = world.Open(role);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => database.ReadListsAsync(Test));
        Assert.Equal("MissingDatabaseRight", exception.Failure.Id);
        Assert.Contains("table lists", exception.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_read_only_cannot_be_written()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync($"ALTER DATABASE \"{world.Name}\" SET default_transaction_read_only = on");
        Assert.False((await ProbeAsync(world)).MayWriteSettings);
        await using ListmonkDatabase database = world.Open();
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => database.WriteAsync(DeleteSettingsAsync, Test));
        Assert.Equal(("DatabaseReadOnly", FailureCategory.InvalidOperation), (exception.Failure.Id, exception.Failure.Category));
    }

    [Theory]
    [InlineData("DELETE FROM settings")]
    [InlineData("UPDATE settings SET value = '[]'")]
    [InlineData("UPDATE settings SET value = '[5]'")]
    [InlineData("UPDATE settings SET value = '{}'")]
    [InlineData("ALTER TABLE settings ALTER value DROP DEFAULT, ALTER value TYPE text; UPDATE settings SET value = '[\"v6'")]
    public async Task Without_a_proper_migrations_row_the_version_is_not_known(string sql)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(sql);
        DatabaseInfo info = await ProbeAsync(world);
        Assert.Equal((null, null), (info.Problem, info.LastMigration));
    }

    private static async Task<DatabaseInfo> ProbeAsync(TestDatabase world, NpgsqlConnectionStringBuilder? access = null)
    {
        await using ListmonkDatabase database = world.Open(access);
        return await database.ProbeAsync(Test);
    }

    private static async Task<Failure> ProblemAsync(TestDatabase world, NpgsqlConnectionStringBuilder? access = null)
    {
        Failure? problem = (await ProbeAsync(world, access)).Problem;
        Assert.NotNull(problem);
        Assert.NotEmpty(problem.RecommendedAction);
        return problem;
    }

    private static async Task<int> DeleteSettingsAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        await using NpgsqlCommand command = new("DELETE FROM settings", connection, transaction);
        return await command.ExecuteNonQueryAsync(token);
    }
}

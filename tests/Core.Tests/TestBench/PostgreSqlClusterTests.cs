using ListmonkPS.TestBench.PostgreSql;
using Npgsql;

namespace ListmonkPS.Core.Tests.TestBench;

public sealed class PostgreSqlClusterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_clones_at_once_hold_what_the_template_holds_and_are_apart()
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Token);
        string template = await cluster.TemplateAsync("eight", BuildAsync, Token);
        string[] clones = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cluster.CloneAsync(template, Token)));
        Assert.Equal(8, clones.Distinct().Count());
        await Task.WhenAll(clones.Select((clone, index) => RunAsync(cluster, clone, $"INSERT INTO people VALUES ({index})")));
        object?[] rows = await Task.WhenAll(clones.Select(clone => RunAsync(cluster, clone, "SELECT count(*) || '/' || max(id) FROM people")));
        Assert.Equal([.. Enumerable.Range(0, 8).Select(_ => "101/1000")], rows);
        await Task.WhenAll(clones.Select(clone => cluster.DropAsync(clone, Token)));
    }

    [Fact]
    public async Task A_template_is_built_once_however_many_ask()
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Token);
        int built = 0;
        string[] names = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cluster.TemplateAsync(
            "once",
            (_, _) =>
            {
                Interlocked.Increment(ref built);
                return Task.CompletedTask;
            },
            Token)));
        Assert.Equal(1, built);
        Assert.Single(names.Distinct());
    }

    [Fact]
    public async Task A_template_that_cannot_be_built_fails_for_each_who_asks()
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Token);
        for (int time = 0; time < 2; time++)
        {
            InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.TemplateAsync(
                "broken", (_, _) => throw new InvalidOperationException("broken on purpose"), Token));
            Assert.Equal("broken on purpose", failure.Message);
        }
    }

    [Fact]
    public async Task A_database_in_use_is_dropped_all_the_same()
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Token);
        string database = await cluster.CloneAsync("template0", Token);
        await using NpgsqlConnection user = new(cluster.ConnectionString(database));
        await user.OpenAsync(Token);
        await cluster.DropAsync(database, Token);
        PostgresException failure = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(cluster, database, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, failure.SqlState);
    }

    [Fact]
    public async Task Nobody_gets_in_without_the_password_and_other_roles_with_theirs()
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Token);
        Assert.SkipWhen(cluster.Folder is null, "How a given server lets people in is not ours.");
        await using NpgsqlConnection stranger = new(cluster.ConnectionString("postgres", cluster.SuperUser, "guessed"));
        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => stranger.OpenAsync(Token));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);

        await RunAsync(cluster, "postgres", "CREATE ROLE bench_reader LOGIN PASSWORD 'bench-reader'");
        await using NpgsqlConnection reader = new(cluster.ConnectionString("postgres", "bench_reader", "bench-reader"));
        await reader.OpenAsync(Token);
        Assert.Equal("bench_reader", await new NpgsqlCommand("SELECT current_user::text", reader).ExecuteScalarAsync(Token));
    }

    [Fact]
    public async Task The_password_is_in_no_process_list_and_no_file()
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Token);
        Assert.SkipUnless(OperatingSystem.IsLinux() && cluster.Folder is not null, "Reads /proc and the folder of a cluster of our own.");
        string[] commandLines = [.. Directory.GetDirectories("/proc").Select(process => Path.Combine(process, "cmdline")).Where(File.Exists)];
        string[] files = Directory.GetFiles(cluster.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 });
        Assert.All(commandLines.Concat(files), file => Assert.DoesNotContain(cluster.SuperPassword, TextOf(file), StringComparison.Ordinal));
    }

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return ""; // The process has ended meanwhile.
        }
    }

    private static async Task BuildAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using NpgsqlCommand command = new("CREATE TABLE people (id int); INSERT INTO people SELECT 900 + g FROM generate_series(1, 100) g", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<object?> RunAsync(PostgreSqlCluster cluster, string database, string sql)
    {
        await using NpgsqlConnection connection = new(cluster.ConnectionString(database));
        await connection.OpenAsync(Token);
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}

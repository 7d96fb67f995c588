using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.Worlds;
using Npgsql;

namespace ListmonkPS.Core.Tests.TestBench.Worlds;

public sealed class WorldTests
{
    public static TheoryData<string> Versions => [.. QuirkTable.Rows.Select(row => row.Version.Text)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_worlds_at_once_do_not_meet()
    {
        World[] worlds = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => World.CreateAsync(
            new WorldOptions { Version = i % 2 == 0 ? "v3.0.0" : "v6.2.0", History = WorldHistory.Healthy, Subscribers = 50 }, Cancel)));
        try
        {
            Assert.Equal(8, worlds.Select(world => world.DatabaseName).Distinct().Count());
            Assert.Equal(8, worlds.Select(world => world.Uri).Distinct().Count());
            Assert.Equal(8, worlds.Select(world => world.Mail.Port).Distinct().Count());
            await Task.WhenAll(worlds.Select(world => world.ExecuteAsync($"update lists set name = '{world.Id}' where id = 1", Cancel)));
            Assert.All(worlds, world => Assert.Equal(world.Id, NameOfFirstList(world)));
        }
        finally
        {
            await Task.WhenAll(worlds.Select(world => world.DisposeAsync().AsTask()));
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_reader_reads_all_and_writes_nothing(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, Subscribers = 20 }, Cancel);
        await using NpgsqlConnection reader = await OpenAsync(world.ReadConnectionString, world.ReadPassword);

        await using NpgsqlCommand tables = new(
            """
            select string_agg(format('select count(*) from %I', relname), '; ') from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'm')
            """,
            reader);
        await using NpgsqlCommand all = new((string)(await tables.ExecuteScalarAsync(Cancel))!, reader);
        await all.ExecuteNonQueryAsync(Cancel);

        foreach (string sql in new[] { "update settings set value = '1'", "delete from subscribers", "create table mine ()", "create schema listmonkps" })
        {
            await using NpgsqlCommand write = new(sql, reader);
            PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => write.ExecuteNonQueryAsync(Cancel));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_owner_may_make_a_schema_and_what_he_makes_the_reader_reads(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, History = WorldHistory.Fresh }, Cancel);
        await using NpgsqlConnection owner = await OpenAsync(world.ConnectionString, world.DatabasePassword);
        await using NpgsqlConnection reader = await OpenAsync(world.ReadConnectionString, world.ReadPassword);

        await using NpgsqlCommand make = new("create schema listmonkps; create table listmonkps.ledger (); create table later ()", owner);
        await make.ExecuteNonQueryAsync(Cancel);
        await using NpgsqlCommand read = new("select count(*) from later", reader);

        Assert.Equal(0L, await read.ExecuteScalarAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_configuration_file_is_that_of_the_server_and_for_its_owner_only(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, History = WorldHistory.Fresh }, Cancel);

        string[] lines = await File.ReadAllLinesAsync(world.ConfigPath, Cancel);

        Assert.Contains($"address = \"{world.Uri.Authority}\"", lines);
        Assert.Contains($"database = \"{world.DatabaseName}\"", lines);
        Assert.Contains($"password = \"{world.DatabasePassword}\"", lines);
        Assert.Equal(version == "v3.0.0", lines.Contains($"admin_password = \"{world.ApiToken}\""));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(world.ConfigPath));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Each_secret_is_unlike_all_others_and_where_it_belongs(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, History = WorldHistory.Empty }, Cancel);
        string settings = (await world.ScalarAsync<string>("select string_agg(value::text, ' ') from settings", Cancel))!;
        string[] logins = [world.ApiToken, world.ApiReaderToken, world.DatabasePassword, world.ReadPassword];

        Assert.Equal(world.Secrets.Count, world.Secrets.Distinct().Count());
        Assert.All(
            world.Secrets, secret => Assert.True(logins.Contains(secret) || settings.Contains(secret, StringComparison.Ordinal), secret));
        Assert.All(logins, login => Assert.Contains(login, world.Secrets));
        Assert.DoesNotContain(world.DatabasePassword, world.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_ends_database_folder_and_ports_are_gone()
    {
        World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.Fresh }, Cancel);
        string owner = world.ConnectionString;
        using HttpClient http = new() { BaseAddress = world.Uri };

        await world.DisposeAsync();

        Assert.False(Directory.Exists(world.Folder));
        PostgresException gone = await Assert.ThrowsAsync<PostgresException>(() => OpenAsync(owner, world.DatabasePassword));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/health", Cancel));
    }

    [Fact]
    public async Task Its_folder_lies_in_that_of_the_cluster_which_the_watchdog_takes_away()
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Cancel);
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.Fresh }, Cancel);

        // A given server has no folder here.
        Assert.Equal(cluster.Folder ?? Path.TrimEndingDirectorySeparator(Path.GetTempPath()), Path.GetDirectoryName(world.Folder));
    }

    [Fact]
    public async Task A_version_without_a_row_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => World.CreateAsync(new WorldOptions { Version = "v1.0.0" }, Cancel));

    private static string? NameOfFirstList(World world)
    {
        using NpgsqlCommand command = world.Database.CreateCommand("select name from lists where id = 1");
        return (string?)command.ExecuteScalar();
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, string password)
    {
        NpgsqlConnectionStringBuilder whole = new(connectionString) { Password = password, Pooling = false };
        NpgsqlConnection connection = new(whole.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }
}

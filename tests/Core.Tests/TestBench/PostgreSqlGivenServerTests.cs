using System.Net;
using System.Net.Sockets;
using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.PostgreSql.Locating;
using Npgsql;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>A server that the environment names; here the cluster of this process plays it.</summary>
public sealed class PostgreSqlGivenServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Databases_have_names_of_their_own_and_are_dropped_at_the_end()
    {
        PostgreSqlCluster server = await PostgreSqlCluster.SharedAsync(Token);
        string first;
        string second;
        await using (PostgreSqlCluster one = await OpenAsync(server.ConnectionString("postgres")))
        await using (PostgreSqlCluster two = await OpenAsync(server.ConnectionString("postgres")))
        {
            first = await one.CloneAsync("template0", Token);
            second = await two.CloneAsync("template0", Token);
            Assert.NotEqual(first, second);
            Assert.Null(one.Folder);
            Assert.True(await ExistsAsync(server, first) && await ExistsAsync(server, second));
        }

        Assert.False(await ExistsAsync(server, first) || await ExistsAsync(server, second));
    }

    [Fact]
    public async Task After_SIGKILL_they_are_dropped_and_those_of_the_living_stay()
    {
        PostgreSqlCluster server = await PostgreSqlCluster.SharedAsync(Token);
        await using PostgreSqlCluster living = await OpenAsync(server.ConnectionString("postgres"));
        string kept = await living.CloneAsync("template0", Token);
        using PostgreSqlHolder holder = await PostgreSqlHolder.StartAsync(server.ConnectionString("postgres"));
        string database = DatabaseOf(holder);
        Assert.True(await ExistsAsync(server, database));

        holder.Kill();
        await Eventually.HoldsAsync("the database is gone", async () => !await ExistsAsync(server, database));
        Assert.True(await ExistsAsync(server, kept));
    }

    [Fact]
    public async Task The_next_run_drops_what_a_dead_one_left()
    {
        PostgreSqlCluster server = await PostgreSqlCluster.SharedAsync(Token);
        await using PostgreSqlCluster living = await OpenAsync(server.ConnectionString("postgres"));
        string kept = await living.CloneAsync("template0", Token);
        const string Left = "listmonkps_0123456789abcdef_1";
        await ExecuteAsync(server, $"CREATE DATABASE {Left}");

        await using PostgreSqlCluster next = await OpenAsync(server.ConnectionString("postgres"));
        Assert.False(await ExistsAsync(server, Left));
        Assert.True(await ExistsAsync(server, kept));
    }

    [Fact]
    public async Task A_role_that_may_not_create_databases_is_refused()
    {
        PostgreSqlCluster server = await PostgreSqlCluster.SharedAsync(Token);
        await ExecuteAsync(server, "CREATE ROLE bench_powerless LOGIN PASSWORD 'bench-powerless'");
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => OpenAsync(server.ConnectionString("postgres", "bench_powerless", "bench-powerless")));
        Assert.Contains("bench_powerless", refused.Message, StringComparison.Ordinal);
        Assert.Contains("CREATEDB", refused.Message, StringComparison.Ordinal);
        await ExecuteAsync(server, "DROP ROLE bench_powerless");
    }

    [Fact]
    public async Task A_role_that_may_create_databases_and_nothing_else_is_enough()
    {
        PostgreSqlCluster server = await PostgreSqlCluster.SharedAsync(Token);
        await ExecuteAsync(server, "CREATE ROLE bench_creator LOGIN CREATEDB PASSWORD 'bench-creator'");
        string clone;
        await using (PostgreSqlCluster cluster = await OpenAsync(server.ConnectionString("postgres", "bench_creator", "bench-creator")))
        {
            string template = await cluster.TemplateAsync("empty", (_, _) => Task.CompletedTask, Token);
            clone = await cluster.CloneAsync(template, Token);
            Assert.Equal("bench_creator", cluster.SuperUser);
            Assert.True(await ExistsAsync(server, clone));
        }

        Assert.False(await ExistsAsync(server, clone));
        await ExecuteAsync(server, "DROP ROLE bench_creator");
    }

    [Fact]
    public async Task What_is_no_connection_string_is_refused_by_the_name_of_the_variable_and_not_quoted()
    {
        FormatException refused = await Assert.ThrowsAsync<FormatException>(() => OpenAsync("Password=hush;hush=1"));
        Assert.Contains(GivenServerSource.VariableName, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_without_the_password()
    {
        using Socket closed = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Taken and not listening: nobody else can answer there.
        int port = ((IPEndPoint)closed.LocalEndPoint!).Port;
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => OpenAsync($"Host=127.0.0.1;Port={port};Username=u;Password=hush"));
        Assert.Contains($"127.0.0.1:{port}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.ToString(), StringComparison.Ordinal);
    }

    private static Task<PostgreSqlCluster> OpenAsync(string connectionString)
    {
        FakeMachine machine = new() { Variables = { [GivenServerSource.VariableName] = connectionString } };
        return PostgreSqlCluster.StartAsync(ServerLocator.For(machine), Token);
    }

    private static string DatabaseOf(PostgreSqlHolder holder) => new NpgsqlConnectionStringBuilder(holder.Cluster.ConnectionString).Database!;

    private static async Task<bool> ExistsAsync(PostgreSqlCluster server, string database) =>
        await ExecuteAsync(server, $"SELECT count(*) FROM pg_database WHERE datname = '{database}'") is 1L;

    private static async Task<object?> ExecuteAsync(PostgreSqlCluster server, string sql)
    {
        await using NpgsqlConnection connection = new(server.ConnectionString("postgres"));
        await connection.OpenAsync(Token);
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}

using System.Text.RegularExpressions;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Tests.Listmonk.Api;
using ListmonkPS.TestBench.Network;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Database;

public sealed class DatabaseFailureTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_listens_is_a_refused_connection()
    {
        using HeldPort nobody = new();
        Failure failure = await FailureOfAsync(new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = nobody.Port, Username = "u", Database = "d" });
        AssertFailure(failure, "DatabaseUnreachable", FailureCategory.ConnectionError, $"127.0.0.1:{nobody.Port}/d", "the connection was refused");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_named()
    {
        Failure failure = await FailureOfAsync(new NpgsqlConnectionStringBuilder { Host = "no-such-host.invalid", Username = "u" });
        AssertFailure(failure, "DatabaseUnreachable", FailureCategory.ConnectionError, "no-such-host.invalid:5432/u", "the name no-such-host.invalid");
    }

    [Fact]
    public async Task What_is_no_PostgreSQL_is_unreachable()
    {
        await using ScriptedServer server = ScriptedServer.Talking((stream, token) => stream.WriteAsync("220 mail ESMTP\r\n"u8.ToArray(), token).AsTask());
        Failure failure = await FailureOfAsync(new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = server.Port, Username = "u", Database = "d" });
        AssertFailure(failure, "DatabaseUnreachable", FailureCategory.ConnectionError, $"127.0.0.1:{server.Port}/d", "does not speak PostgreSQL");
    }

    [Theory]
    [InlineData("wrong", "/dev/null", "refuses the log-in")]
    [InlineData(null, "/dev/null", "wants a password, and none was given")]
    [InlineData(null, "/no/such/folder/pgpass", "wants a password, and none was given")]
    public async Task A_refused_log_in_says_so(string? password, string passfile, string named)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        role.Password = password;
        role.Passfile = passfile;
        AssertFailure(await FailureOfAsync(role), "DatabaseLoginRefused", FailureCategory.AuthenticationError, world.Name, named);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder access = world.Access();
        access.Database = "lost";
        AssertFailure(await FailureOfAsync(access), "DatabaseNotFound", FailureCategory.ObjectNotFound, $"{world.Port}/lost", "has no database \"lost\"");
    }

    [Fact]
    public async Task A_role_without_connections_left_says_so()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync("CONNECTION LIMIT 0");
        AssertFailure(await FailureOfAsync(role), "DatabaseFull", FailureCategory.ConnectionError, world.Name, "has no connection left");
    }

    [Fact]
    public async Task The_right_to_connect_is_named_and_the_statement_given_mends_it()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync($"REVOKE CONNECT ON DATABASE \"{world.Name}\" FROM public");
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        Failure failure = await FailureOfAsync(role);
        AssertFailure(failure, "MissingDatabaseRight", FailureCategory.PermissionDenied, world.Name, $"database {world.Name}");
        await world.ExecuteAsync(Regex.Match(failure.RecommendedAction, "GRANT .*").Value);
        await using ListmonkDatabase database = world.Open(role);
        Assert.Equal("MissingDatabaseRight", (await database.ProbeAsync(Test)).Problem?.Id); // connected; now the tables are what is missing
    }

    [Fact]
    public async Task No_password_is_in_what_a_failure_shows()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        role.Password = "hunter2";
        await using ListmonkDatabase database = world.Open(role);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => database.ProbeAsync(Test));
        Assert.DoesNotContain("hunter2", exception + exception.Failure.Message + exception.Failure.RecommendedAction + database.Place, StringComparison.Ordinal);
    }

    private static async Task<Failure> FailureOfAsync(NpgsqlConnectionStringBuilder access)
    {
        await using ListmonkDatabase database = new(access, TimeSpan.FromMinutes(1), TimeProvider.System);
        return (await Assert.ThrowsAsync<FailureException>(() => database.ProbeAsync(Test))).Failure;
    }

    private static void AssertFailure(Failure failure, string id, FailureCategory category, params string[] named)
    {
        Assert.Equal((id, category), (failure.Id, failure.Category));
        Assert.All(named, text => Assert.Contains(text, failure.Message, StringComparison.Ordinal));
        Assert.NotEmpty(failure.RecommendedAction);
    }
}

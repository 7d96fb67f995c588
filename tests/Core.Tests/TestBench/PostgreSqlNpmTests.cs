using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Locating.Npm;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>Server programs from an npm package: made-up ones for what can go wrong, and the real one.</summary>
public sealed class PostgreSqlNpmTests : IDisposable
{
    private const string Npm = "/usr/bin/npm";

    private readonly string _cache = Directory.CreateTempSubdirectory("listmonkps-npm-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(_cache, "made-up-1.0.0");

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public async Task A_package_is_unpacked_with_its_links_and_fetched_once()
    {
        MadeUpPackage made = new();
        List<IReadOnlyList<string>> runs = [];
        FakeMachine machine = MachineWith(arguments =>
        {
            runs.Add(arguments);
            return made.Pack(arguments);
        });

        for (int time = 0; time < 2; time++)
        {
            SourceAnswer answer = await new NpmServerSource(machine, made.Package, _cache).FindAsync(Token);
            Assert.Equal(new ServerBinaries(Path.Combine(Target, "native", "bin")), answer.Found);
        }

        Assert.Equal(["pack", "@made/made-up@1.0.0"], Assert.Single(runs).Take(2));
        Assert.Equal("libpq.so.5.18", new FileInfo(Path.Combine(Target, "native", "lib", "libpq.so.5")).LinkTarget);
        Assert.Equal([Target], Directory.GetFileSystemEntries(_cache));
    }

    [Fact]
    public async Task Of_two_that_unpack_at_once_both_get_a_whole_package()
    {
        MadeUpPackage made = new();
        using Barrier both = new(2);
        FakeMachine machine = MachineWith(arguments =>
        {
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
            return made.Pack(arguments);
        });
        SourceAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            Task.Run(() => new NpmServerSource(machine, made.Package, _cache).FindAsync(Token))));
        Assert.All(answers, answer => Assert.NotNull(answer.Found));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_cache));
    }

    [Fact]
    public async Task A_file_that_is_not_the_known_one_is_not_unpacked()
    {
        MadeUpPackage made = new();
        NpmPackage known = made.Package with { Integrity = Convert.ToBase64String(new byte[64]) };
        SourceAnswer answer = await new NpmServerSource(MachineWith(made.Pack), known, _cache).FindAsync(Token);
        Assert.Null(answer.Found);
        Assert.Contains("SHA-512", answer.Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_cache));
    }

    [Fact]
    public async Task A_link_that_leaves_the_package_is_refused()
    {
        MadeUpPackage made = new("""[{"source":"../../../etc/passwd","target":"native/lib/libpq.so.5"}]""");
        NpmServerSource source = new(MachineWith(made.Pack), made.Package, _cache);
        await Assert.ThrowsAsync<InvalidDataException>(() => source.FindAsync(Token));
        Assert.Empty(Directory.GetFileSystemEntries(_cache));
    }

    [Fact]
    public async Task What_npm_says_against_it_is_the_reason()
    {
        MadeUpPackage made = new();
        FakeMachine machine = MachineWith(_ => new ProgramOutput(1, "", "no such package"));
        SourceAnswer answer = await new NpmServerSource(machine, made.Package, _cache).FindAsync(Token);
        Assert.Equal("npm could not fetch @made/made-up@1.0.0: no such package", answer.Reason);
    }

    [Fact]
    public async Task The_real_package_is_fetched_and_serves()
    {
        ThisMachine machine = new();
        Assert.SkipWhen(SearchPath.Program(machine, "npm") is null, "npm is not on PATH.");
        NpmServerSource source = new(machine, NpmPackage.For(machine.Platform), _cache);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_cache, (UnixFileMode)0b111_101_101); // As root the server runs under another account.
        }

        SourceAnswer answer = await source.FindAsync(Token);
        Assert.SkipWhen(answer.Reason.StartsWith("npm ", StringComparison.Ordinal), answer.Reason);
        Assert.Equal("", answer.Reason);
        await using PostgreSqlCluster cluster = await PostgreSqlCluster.StartAsync(new ServerLocator(source), Token);
        string template = await cluster.TemplateAsync("empty", (_, _) => Task.CompletedTask, Token);
        Assert.NotEqual(template, await cluster.CloneAsync(template, Token));
    }

    private static FakeMachine MachineWith(Func<IReadOnlyList<string>, ProgramOutput> npm)
    {
        FakeMachine machine = new() { Variables = { ["PATH"] = Path.GetDirectoryName(Npm)! } };
        return machine.WithProgram(Npm, npm);
    }
}

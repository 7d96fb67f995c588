using ListmonkPS.TestBench.Shells;

namespace ListmonkPS.Module.Tests;

/// <summary>
/// Runs tests/pester/*.Tests.ps1 in a real pwsh, a process a file, and shows each Pester test as a test of its own. To run some of the files
/// while working on them, set LISTMONKPS_PESTER to a name such as Help.
/// </summary>
public sealed class PesterTests
{
    // One process for each core of a small machine.
    private const int AtOnce = 2;

    // The longest takes half a minute on two idle cores; more than this, also on a busy machine, means that something waits without a bound of its own.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(20);

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(RunFiles))]
    public void Pester(string outcome, string message) => Assert.True(outcome == "Passed", message);

    public static async Task<IEnumerable<TheoryDataRow<string, string>>> RunFiles()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        BenchFixture bench = await FixtureAsync<BenchFixture>();
        Pwsh pwsh = (await FixtureAsync<PwshFixture>()).Shell;
        string wanted = Environment.GetEnvironmentVariable("LISTMONKPS_PESTER") ?? "*";
        PesterFile[] files = [.. Directory.EnumerateFiles(BuildPaths.PesterFiles, wanted + ".Tests.ps1").Order(StringComparer.Ordinal).Select(path => new PesterFile(path, Bound))];

        IReadOnlyList<PesterOutcome>[] outcomes = new IReadOnlyList<PesterOutcome>[files.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, files.Length, options, async (index, token) => outcomes[index] = await files[index].RunAsync(pwsh, bench.Variables, token));
        return files.SelectMany((file, index) => outcomes[index].Select(outcome => Row(file, outcome)));
    }

    private static async Task<T> FixtureAsync<T>() =>
        await TestContext.Current.GetFixture<T>() ?? throw new InvalidOperationException($"{typeof(T).Name} is not there.");

    private static TheoryDataRow<string, string> Row(PesterFile file, PesterOutcome outcome) => new(outcome.Outcome, outcome.Message)
    {
        TestDisplayName = $"{file.Name}: {outcome.Name}",
        Label = "",
        Skip = outcome.Outcome == "Skipped" ? outcome.Message : null,
    };
}

namespace ListmonkPS.Module.Tests;

/// <summary>What is wrong with a Pester file must not look green.</summary>
public sealed class PesterFileTests(PwshFixture pwsh) : IDisposable
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("listmonkps-runner-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_test_of_a_file_has_its_outcome()
    {
        const string Script = """
            Describe 'A <_>' -ForEach 'b' {
                It 'passes' { 1 | Should -Be 1 }
                It 'fails' { 1 | Should -Be 2 }
                It 'is skipped' { Set-ItResult -Skipped -Because 'of that' }
                It 'knows nothing' { Set-ItResult -Inconclusive -Because 'of this' }
                Context 'C' {
                    It 'passes too' { $undefined | Should -BeNullOrEmpty }
                    AfterAll { throw 'after' }
                }
            }
            """;
        IReadOnlyList<PesterOutcome> outcomes = await RunAsync(Script, Enough);
        Assert.Equal(
            [
                "A b C (set-up or clean-up): Failed", "A b passes: Passed", "A b fails: Failed", "A b is skipped: Skipped",
                "A b knows nothing: Failed", "A b C passes too: Passed",
            ],
            outcomes.Select(outcome => $"{outcome.Name}: {outcome.Outcome}"));
        Assert.Contains("Expected 2, but got 1.", outcomes[2].Message, StringComparison.Ordinal);
        Assert.Contains("Made.Tests.ps1: line 3", outcomes[2].Message, StringComparison.Ordinal);
        Assert.Equal("is skipped, because of that", outcomes[3].Message);
    }

    [Theory]
    [InlineData("throw 'broken'", "loads", "broken")]
    [InlineData("$null = 1", "has tests", "no test")]
    [InlineData("Describe 'A' { It 'ends the process' { [Environment]::Exit(7) } }", "runs to its end", "exit code 7")]
    public async Task A_file_that_does_not_come_to_its_tests_fails(string script, string name, string message)
    {
        PesterOutcome first = (await RunAsync(script, Enough))[0];
        Assert.Equal((name, "Failed"), (first.Name, first.Outcome));
        Assert.Contains(message, first.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_hangs_is_ended()
    {
        PesterOutcome only = Assert.Single(await RunAsync("Describe 'A' { It 'waits' { [Threading.Thread]::Sleep(-1) } }", TimeSpan.FromSeconds(2)));
        Assert.Equal("Failed", only.Outcome);
        Assert.Contains("longer than 2 s", only.Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<PesterOutcome>> RunAsync(string script, TimeSpan bound)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string path = Path.Combine(_folder, "Made.Tests.ps1");
        await File.WriteAllTextAsync(path, script, cancellation);
        return await new PesterFile(path, bound).RunAsync(pwsh.Shell, new Dictionary<string, string>(), cancellation);
    }
}

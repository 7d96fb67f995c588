using ListmonkPS.TestBench.Shells;

[assembly: AssemblyFixture(typeof(ListmonkPS.Module.Tests.PwshFixture))]

namespace ListmonkPS.Module.Tests;

/// <summary>The PowerShell of this test process, looked for once.</summary>
public sealed class PwshFixture : IAsyncLifetime
{
    private Pwsh? _shell;

    /// <summary>The PowerShell that was found.</summary>
    public Pwsh Shell => _shell ?? throw new InvalidOperationException("The shell is looked for before the first test.");

    public async ValueTask InitializeAsync() => _shell = await PwshFinder.FindAsync(BuildPaths.Repository, CancellationToken.None);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

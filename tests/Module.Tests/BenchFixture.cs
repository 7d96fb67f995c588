[assembly: AssemblyFixture(typeof(ListmonkPS.Module.Tests.BenchFixture))]

namespace ListmonkPS.Module.Tests;

/// <summary>The bench of this test process: one control server for all PowerShell processes.</summary>
public sealed class BenchFixture : IAsyncLifetime
{
    /// <summary>Environment variables by which Bench.psm1 finds the control server.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        await Task.Yield();
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["LISTMONKPS_BENCH"] = "x" };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using ListmonkPS.TestBench.Control;

[assembly: AssemblyFixture(typeof(ListmonkPS.Module.Tests.BenchFixture))]

namespace ListmonkPS.Module.Tests;

/// <summary>The bench of this test process: one control server for all PowerShell processes.</summary>
public sealed class BenchFixture : IAsyncLifetime
{
    private ControlServer? _control;

    /// <summary>Environment variables by which Bench.psm1 finds the control server.</summary>
    public IReadOnlyDictionary<string, string> Variables => _control is null
        ? throw new InvalidOperationException("The bench is started before the first test.")
        : new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LISTMONKPS_BENCH"] = _control.Uri.AbsoluteUri,
            ["LISTMONKPS_BENCH_TOKEN"] = _control.Token,
            ["LISTMONKPS_BENCH_DNS"] = _control.DnsServer,
        };

    public async ValueTask InitializeAsync() => _control = await ControlServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_control is not null)
            await _control.DisposeAsync();
    }
}

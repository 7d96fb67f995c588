using System.Diagnostics;
using ListmonkPS.Benchmarks.Running;
using ListmonkPS.TestBench.Shells;
using Npgsql;

namespace ListmonkPS.Benchmarks.People;

/// <summary>The same against PostgreSQL's own way out. Printed to be seen, not to be met: psql makes no object.</summary>
[Benchmark("people-copy", Compares = "the same, against psql COPY (the same query) TO STDOUT; a goal at a million people (--long)", Goal = 1)]
internal sealed class PeopleCopyBenchmark : IBenchmark
{
    private PeopleWorld? _world;
    private MeasuredShell? _shell;

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        _world = await PeopleWorld.CreateAsync(isLong ? 1_000_000 : 50_000, cancellation);
        _shell = await MeasuredShell.StartAsync(_world.World, cancellation);
    }

    public async Task<double> OursAsync(CancellationToken cancellation) => (await _shell!.ReadEverybodyAsync(cancellation)).Milliseconds;

    public async Task<double> BaselineAsync(CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder access = new(BareLoop.Connection(_world!.World));
        string query = BareLoop.Query.ReplaceLineEndings(" ");
        ProcessStartInfo start = new("psql", ["-X", "-q", "-o", "/dev/null", "-c", $"\\copy ({query}) to pstdout"]);
        start.Environment["PGHOST"] = access.Host;
        start.Environment["PGPORT"] = access.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = access.Username;
        start.Environment["PGDATABASE"] = access.Database;
        start.Environment["PGPASSWORD"] = access.Password;
        long begin = TimeProvider.System.GetTimestamp();
        BoundedProcessResult result = await BoundedProcess.RunAsync(start, TimeSpan.FromMinutes(5), cancellation);
        return result.ExitCode == 0 ? TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds : throw new InvalidOperationException("psql: " + result.Output[..Math.Min(500, result.Output.Length)]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shell is not null)
            await _shell.DisposeAsync();
        if (_world is not null)
            await _world.DisposeAsync();
    }
}

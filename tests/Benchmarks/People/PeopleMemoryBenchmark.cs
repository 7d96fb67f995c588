using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.People;

/// <summary>However many wait, reading them takes no more memory than a bound (issue 6).</summary>
[Benchmark("people-memory", Compares = "memory of a pwsh at its largest above what it had before, the largest number of people, against 60 MB", Goal = 1, Unit = "MB")]
internal sealed class PeopleMemoryBenchmark : IBenchmark
{
    private const double Bound = 60;
    private PeopleWorld? _world;

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation) =>
        _world = await PeopleWorld.CreateAsync(isLong ? 1_000_000 : 50_000, cancellation);

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        await using MeasuredShell shell = await MeasuredShell.StartAsync(_world!.World, cancellation);
        return (await shell.ReadEverybodyAsync(cancellation)).Megabytes;
    }

    public Task<double> BaselineAsync(CancellationToken cancellation) => Task.FromResult(Bound);

    public async ValueTask DisposeAsync()
    {
        if (_world is not null)
            await _world.DisposeAsync();
    }
}

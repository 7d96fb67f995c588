using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.People;

/// <summary>Ten or a hundred times as many people take the same memory (issue 6).</summary>
[Benchmark("people-flat", Compares = "difference in memory between ever ten times as many people, against 10 MB", Goal = 1, Unit = "MB")]
internal sealed class PeopleFlatMemoryBenchmark : IBenchmark
{
    private const double Bound = 10;
    private readonly List<PeopleWorld> _worlds = [];

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        int[] sizes = isLong ? [10_000, 100_000, 1_000_000] : [10_000, 50_000];
        foreach (int size in sizes)
            _worlds.Add(await PeopleWorld.CreateAsync(size, cancellation));
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        List<double> peaks = [];
        foreach (PeopleWorld world in _worlds)
        {
            await using MeasuredShell shell = await MeasuredShell.StartAsync(world.World, cancellation);
            peaks.Add((await shell.ReadEverybodyAsync(cancellation)).Megabytes);
        }

        return peaks.Max() - peaks.Min();
    }

    public Task<double> BaselineAsync(CancellationToken cancellation) => Task.FromResult(Bound);

    public async ValueTask DisposeAsync()
    {
        foreach (PeopleWorld world in _worlds)
            await world.DisposeAsync();
    }
}

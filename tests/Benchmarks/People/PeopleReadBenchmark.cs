using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.People;

/// <summary>Everybody who waits through a pipeline costs little more than the bare reading (issue 6).</summary>
[Benchmark("people-read", Compares = "Get-UnconfirmedSubscriber | ForEach-Object {} in a running pwsh, against a bare Npgsql loop making the same objects", Goal = 1.15)]
internal sealed class PeopleReadBenchmark : IBenchmark
{
    private PeopleWorld? _world;
    private MeasuredShell? _shell;

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        _world = await PeopleWorld.CreateAsync(isLong ? 1_000_000 : 50_000, cancellation);
        _shell = await MeasuredShell.StartAsync(_world.World, cancellation);
    }

    public async Task<double> OursAsync(CancellationToken cancellation) => (await _shell!.ReadEverybodyAsync(cancellation)).Milliseconds;

    public Task<double> BaselineAsync(CancellationToken cancellation) => BareLoop.ReadEverybodyAsync(_world!.World, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_shell is not null)
            await _shell.DisposeAsync();
        if (_world is not null)
            await _world.DisposeAsync();
    }
}

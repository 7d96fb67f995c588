using System.Diagnostics;
using System.Net;
using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core;
using ListmonkPS.Core.Diagnosis.Engine;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Benchmarks.Diagnosis;

/// <summary>
/// A diagnosis of a large database takes about as long as its slowest fact, or as all of them on the cores that there are (issue 7): the checks whose facts are
/// all in the database, on 1.5 million subscribers in the long form.
/// </summary>
[Benchmark("diagnosis-millions", Compares = "a diagnosis of the database, against the greater of its slowest fact alone and all facts' times by the cores", Goal = 1.15)]
internal sealed class MillionsBenchmark : IBenchmark, INoticeSink
{
    private const int Few = 60_000;
    private const int Many = 1_500_000;
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private static readonly Type[] Facts =
        [typeof(DatabaseState), typeof(StoredSettings), typeof(ActiveLists), typeof(UserRights), typeof(WaitingPeople), typeof(RecentSignUps), typeof(DatabaseExamined)];

    private readonly ListmonkCore _core = new();
    private readonly CheckRegistry _registry = RegistryOfDatabase();
    private World? _world;
    private ListmonkSession? _session;

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        WorldOptions options = new() { History = WorldHistory.SwitchOff, Subscribers = isLong ? Many : Few };
        _world = await World.CreateAsync(options, cancellation);
        ConnectRequest request = new()
        {
            ConnectionString = _world.ReadConnectionString,
            DatabaseCredential = new NetworkCredential(_world.ReadUser, _world.ReadPassword),
            Timeout = Bound,
        };
        _session = (await _core.Connections.ConnectAsync(request, this, cancellation)).Session;
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        DiagnosisResult result = await new DiagnosisRun(_registry, TimeProvider.System).RunAsync(Context(), Bound, this, cancellation);
        double took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (result.Checks.FirstOrDefault(check => check.Status == CheckStatus.Error) is { } failed)
            throw new InvalidOperationException($"{failed.Id}: {failed.Summary}");
        return took;
    }

    public async Task<double> BaselineAsync(CancellationToken cancellation)
    {
        FactReader reader = new(_registry.Sources, Context(), Bound, TimeProvider.System, cancellation);
        List<double> times = [];
        foreach (Type fact in Facts) // each after those that it builds on
        {
            long start = Stopwatch.GetTimestamp();
            await reader.ReadAsync([fact]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Math.Max(times.Max(), times.Sum() / Environment.ProcessorCount);
    }

    public void Warning(string text) => throw new InvalidOperationException(text);

    public void Verbose(string text)
    {
    }

    public void Progress(ProgressNotice notice)
    {
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
            await _core.Connections.DisconnectAsync(_session);
        if (_world is not null)
            await _world.DisposeAsync();
    }

    private static CheckRegistry RegistryOfDatabase()
    {
        CheckRegistry all = CheckRegistry.Of(typeof(ListmonkCore).Assembly);
        ICheck[] checks = [.. all.Checks.Where(check => check.Info.Reads.Concat(check.Info.AlsoReads).All(Facts.Contains))];
        HashSet<string> ids = [.. checks.Select(check => check.Info.Id)];
        return new CheckRegistry(
            checks.Where(check => check.Info.DependsOn.All(ids.Contains)), all.Sources.Where(pair => Facts.Contains(pair.Key)).Select(pair => pair.Value));
    }

    private FactContext Context() => new(ListmonkServer.Of(_session!), _session!);
}

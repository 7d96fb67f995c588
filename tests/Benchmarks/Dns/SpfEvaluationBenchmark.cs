using System.Net;
using System.Text.Json;
using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Dns.Spf;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Benchmarks.Dns;

/// <summary>Evaluating SPF: the cases of the suite that are here, on zones in memory (issue 8). Both sides count processor time: nobody waits for anything.</summary>
[Benchmark("spf-evaluation", Compares = "a case of the SPF suite on a zone in memory, against Debian's python3-spf", Goal = 0.1, Unit = "us")]
internal sealed class SpfEvaluationBenchmark : IBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private readonly List<(Zone Zone, SpfIdentity[] Senders)> _suites = [];
    private string[] _files = [];
    private int _rounds;
    private PythonSpf? _python;

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        _rounds = isLong ? 500 : 100;
        string folder = ConformanceFolder.Find("spf") ?? throw new NotMeasuredException(ConformanceFolder.Absent);
        _files = Directory.GetFiles(folder, "*.json");
        _python = await PythonSpf.FindAsync(cancellation);
        foreach (string file in _files)
        {
            using JsonDocument suite = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellation));
            _suites.Add((ZoneJson.Read(suite.RootElement.GetProperty("zonedata")), [.. suite.RootElement.GetProperty("tests").EnumerateArray().Select(Sender)]));
        }

        await WarmUpAsync(cancellation);
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        int count = 0;
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int round = 0; round < _rounds; round++)
        {
            foreach ((Zone zone, SpfIdentity[] senders) in _suites)
            {
                SpfEvaluator evaluator = new(new ZoneLookup(zone), TimeProvider.System);
                foreach (SpfIdentity sender in senders)
                {
                    await evaluator.CheckHostAsync(sender, cancellation);
                    count++;
                }
            }
        }

        return (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / count;
    }

    public Task<double> BaselineAsync(CancellationToken cancellation) => _python!.MeasureAsync(_rounds, _files, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Until the compiler has done its best: the reference is compiled once and for all, too.</summary>
    private async Task WarmUpAsync(CancellationToken cancellation)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < WarmUp)
            await OursAsync(cancellation);
    }

    private static SpfIdentity Sender(JsonElement test) => SpfIdentity.Create(
        IPAddress.Parse(test.GetProperty("host").GetString()!), domain: null, test.GetProperty("mailfrom").GetString(), test.GetProperty("helo").GetString());
}

using System.Globalization;
using System.Net.Http.Headers;
using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Resend;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Resend.Sending.ByApi;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>A run by the API, ledger and question included, against a bare loop of the same calls.</summary>
/// <param name="pause">Time that the API takes for a mail.</param>
internal abstract class ResendByApi(TimeSpan pause) : IBenchmark, INoticeSink
{
    private const int AtOnce = 8;

    private static readonly ResendLimits Limits = new()
    {
        RatePerMinute = 1_000_000,
        DailyLimit = null,
        MaxAttempts = 5,
        ThrottleLimit = AtOnce,
        MinimumInterval = TimeSpan.Zero,
        TimeZone = TimeZoneInfo.Utc,
    };

    private ResendWorld? _world;

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation) => _world = await ResendWorld.CreateAsync(isLong ? 5000 : 1000, pause, cancellation);

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        ResendWorld world = _world!;
        LedgerRun run = await world.NewRunAsync(cancellation);
        await using ApiOptInSender sender = new(world.Server, "account", new SendLog(world.Server, this));
        ResendWork work = new(world.Ledger, run, new DatabaseDueQuestion(world.Database), sender, Limits, TimeProvider.System, this);
        long start = TimeProvider.System.GetTimestamp();
        RunEnd end = await new ResendRun(work).SendAsync(cancellation);
        double milliseconds = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        return end.State == OptInResendRunState.Finished ? milliseconds : throw new InvalidOperationException(end.Reason);
    }

    public async Task<double> BaselineAsync(CancellationToken cancellation)
    {
        using HttpClient client = new() { BaseAddress = _world!.Uri };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "dTp0");
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        long start = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(_world.People, options, async (person, token) =>
        {
            using HttpResponseMessage answer = await client.PostAsync(string.Create(CultureInfo.InvariantCulture, $"api/subscribers/{person.Id}/optin"), null, token);
            _ = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(token);
        });
        return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }

    public void Warning(string text) => throw new InvalidOperationException(text);

    public void Verbose(string text)
    {
    }

    public void Progress(ProgressNotice progress)
    {
    }

    public async ValueTask DisposeAsync()
    {
        if (_world is not null)
            await _world.DisposeAsync();
    }
}

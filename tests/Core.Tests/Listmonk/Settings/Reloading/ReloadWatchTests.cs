using System.Text;
using System.Text.Json;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Tests.Listmonk.Api;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Reloading;

/// <summary>Contract 4.6: the server is gone for a moment, or its log starts anew.</summary>
public sealed class ReloadWatchTests
{
    private static readonly string[] Log = ["2026/01/02 10:00:00 main.go:1: v3.0.0", "2026/01/02 10:00:00 init.go:2: started", "2026/01/02 10:00:07 x.go:3: work"];

    [Fact]
    public async Task Gone_and_back_is_a_restart() => Assert.Equal(ReloadOutcome.Seen, await WatchAsync(null, look => look is > 3 and < 6, _ => Log));

    [Fact]
    public async Task A_log_that_starts_anew_is_a_restart() =>
        Assert.Equal(ReloadOutcome.Seen, await WatchAsync(Log, _ => false, look => look < 2 ? Log : ["2026/01/02 10:00:09 main.go:1: v3.0.0"]));

    /// <summary>Up to v3 lines carry whole seconds: a new log may end as the old one did.</summary>
    [Fact]
    public async Task A_shorter_log_is_a_restart_even_when_its_last_line_is_known() =>
        Assert.Equal(ReloadOutcome.Seen, await WatchAsync(Log, _ => false, _ => [Log[2]]));

    [Fact]
    public async Task A_log_that_goes_on_is_none() =>
        Assert.Equal(ReloadOutcome.NotSeen, await WatchAsync(Log, _ => false, look => [.. Log, .. Enumerable.Repeat("2026/01/02 10:00:09 x.go:3: more", look)], (_, log) => log == 4));

    [Fact]
    public async Task Without_a_log_a_server_that_answers_all_the_time_proves_nothing() =>
        Assert.Equal(ReloadOutcome.NotSeen, await WatchAsync(null, _ => false, _ => Log, (health, _) => health == 20));

    [Fact]
    public async Task Gone_for_good_is_dead() => Assert.Equal(ReloadOutcome.Dead, await WatchAsync(Log, look => look > 3, _ => Log, (health, _) => health == 10));

    /// <param name="log">Log from before.</param>
    /// <param name="isDown">Whether the server is down at the nth look at its health.</param>
    /// <param name="logAt">Its log at the nth look at that.</param>
    /// <param name="isOver">Whether the bound passes at these looks at its health and its log; null for never.</param>
    private static async Task<ReloadOutcome> WatchAsync(
        IReadOnlyList<string>? log, Predicate<int> isDown, Func<int, IReadOnlyList<string>> logAt, Func<int, int, bool>? isOver = null)
    {
        FastTime time = new(40, ReloadWatch.Bound);
        int healthLooks = 0;
        int logLooks = 0;
        await using ScriptedServer server = ScriptedServer.Talking(async (stream, token) =>
        {
            bool isHealth = (await ScriptedServer.ReadHeadAsync(stream, token)).Contains(" /health ", StringComparison.Ordinal);
            bool isGone = isHealth && isDown(Interlocked.Increment(ref healthLooks));
            object data = isHealth ? true : logAt(Interlocked.Increment(ref logLooks));
            if (isOver?.Invoke(healthLooks, logLooks) == true)
                time.Pass();
            // As a proxy tells it; a connection that is merely closed the HTTP client tries again by itself.
            string answer = isGone ? ScriptedServer.Answer(502, "text/html", "<h1>Bad gateway</h1>") : ScriptedServer.Json(200, JsonSerializer.Serialize(new { data }));
            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), token);
        });
        using ListmonkApi api = new(server.Uri, null, TimeSpan.FromMinutes(1), TimeProvider.System);
        return await ReloadWatch.WaitAsync(api, log, time, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}

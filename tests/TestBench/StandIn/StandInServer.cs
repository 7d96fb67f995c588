using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Network;
using ListmonkPS.TestBench.StandIn.Endpoints;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.Loaded;
using ListmonkPS.TestBench.StandIn.Log;
using ListmonkPS.TestBench.StandIn.Process;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace ListmonkPS.TestBench.StandIn;

/// <summary>
/// Behaves as a listmonk of one version towards the cmdlets: the HTTP API on the world's database, real SMTP to the servers of its settings, and
/// the reload. What it does differently by version stands in the quirk table; facts and G numbers are those of the listmonk contract.
/// </summary>
public sealed class StandInServer : IAsyncDisposable
{
    private readonly StandInOptions _options;
    private readonly ProcessOptions _process;
    private readonly NpgsqlDataSource _source;
    private readonly RequestLog _requests;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly CancellationTokenSource _disposed = new();
    private LogRing _log;
    private Life? _life;
    private HeldPort? _held;
    private int _port;
    private int _reloadsAsked;
    private Task _reload = Task.CompletedTask;
    private TaskCompletionSource _nextStart = NewSignal();

    /// <summary>A server that is not started yet.</summary>
    public StandInServer(StandInOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        Quirks quirks = QuirkTable.For(ListmonkVersion.Parse(options.Version));
        NpgsqlConnectionStringBuilder database = options.Database;
        _process = new ProcessOptions(
            quirks, options.AdminUser, options.AdminPassword, $"{database.Host}:{database.Port}/{database.Database}", options.Time, AskForReload);
        _source = NpgsqlDataSource.Create(database);
        _requests = new RequestLog(options.Time);
        _log = new LogRing(quirks, options.Time);
    }

    /// <summary>Its address; the same over all restarts.</summary>
    public Uri Uri => _port > 0 ? new Uri($"http://127.0.0.1:{_port}/") : throw new InvalidOperationException("The server was never started.");

    /// <summary>Whether it listens.</summary>
    public bool IsRunning => _life is not null;

    /// <summary>Last log line of a start that failed; null after one that did not.</summary>
    public string? StartFailure { get; private set; }

    /// <summary>How often it came up.</summary>
    public int Starts { get; private set; }

    /// <summary>Every request so far, over all restarts.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _requests.Requests;

    /// <summary>Log of this life, or of the one that just ended.</summary>
    public IReadOnlyList<string> Log => _log.Lines;

    /// <summary>Called with method and path before each request is handled, so that a test can meddle at exactly that moment.</summary>
    public Func<string, string, Task>? BeforeRequest { get; set; }

    /// <summary>Starts it; nothing when it runs. A start that fails leaves <see cref="StartFailure"/> and no listener, and does not throw.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_life is null)
                await BeginLifeAsync(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops it: connections are refused until <see cref="StartAsync"/>.</summary>
    public async Task StopAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await EndLifeAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Reloads at once and waits for the new life; nothing when it does not run.</summary>
    public async Task ReloadAsync(CancellationToken ct = default)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_life is null)
                return;
            await EndLifeAsync();
            await Task.Delay(_options.Downtime, _options.Time, ct);
            await BeginLifeAsync(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Completes with the next start, good or failed. Ask before you do what leads to it.</summary>
    public Task NextStartAsync(CancellationToken ct = default) => _nextStart.Task.WaitAsync(ct);

    /// <summary>Stops it for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _reload;
        await StopAsync();
        await _source.DisposeAsync();
        _held?.Dispose();
        _gate.Dispose();
        _disposed.Dispose();
    }

    private async Task BeginLifeAsync(CancellationToken ct)
    {
        // Each life has its own ring: a reload empties the log (G24).
        _log = new LogRing(_process.Quirks, _options.Time);
        try
        {
            // Nobody else gets it while it restarts: who asks then is refused, and it comes back to the same one.
            if (!OperatingSystem.IsWindows())
                _port = (_held ??= new HeldPort()).Port;
            ListmonkProcess process = await ListmonkProcess.StartAsync(_process, _source, _log, ct);
            LoopbackWeb web = await LoopbackWeb.StartAsync(_port, app =>
            {
                app.Use((HttpContext http, RequestDelegate next) =>
                {
                    _requests.Follow(http);
                    return next(http);
                });
                app.Use(async (HttpContext http, RequestDelegate next) =>
                {
                    if (BeforeRequest is { } meddle)
                        await meddle(http.Request.Method, http.Request.Path);
                    await next(http);
                });
                Faults.Catch(app, process);
                AllEndpoints.Map(new RouteTable(app, process));
            }, ct);
            _life = new Life(web, process);
            _port = web.Port;
            Starts++;
            StartFailure = null;
        }
        catch (StartFailureException e)
        {
            _log.Write("init.go:330", e.Message);
            StartFailure = e.Message;
        }
        Interlocked.Exchange(ref _nextStart, NewSignal()).SetResult();
    }

    private async Task EndLifeAsync()
    {
        if (_life is null)
            return;
        Life life = _life;
        await life.Web.DisposeAsync();
        // Only now: who sees that it does not run may rely on a closed port.
        _life = null;
        await life.Process.DisposeAsync();
    }

    /// <summary>One reload for all that ask within the delay.</summary>
    private void AskForReload()
    {
        if (Interlocked.Exchange(ref _reloadsAsked, 1) == 0)
            _reload = ReloadLaterAsync();
    }

    private async Task ReloadLaterAsync()
    {
        try
        {
            await Task.Delay(_options.ReloadDelay, _options.Time, _disposed.Token);
            Interlocked.Exchange(ref _reloadsAsked, 0);
            await ReloadAsync(_disposed.Token);
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            // The world ends before its reload came.
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Life(LoopbackWeb Web, ListmonkProcess Process);
}

using System.Diagnostics;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Watching;

/// <summary>
/// A second process that makes the server and clears up when this one is gone, however it went. It reads from a pipe whose other end only
/// this process has, and which the system closes with it: not even SIGKILL gets round that. An orderly end goes the same way, so there is one
/// way to clear up.
/// </summary>
internal sealed class Watchdog : IAsyncDisposable
{
    private static readonly TimeSpan StartBound = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan EndBound = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _error;
    private int _ended;

    private Watchdog(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The other process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>What it says of what it has made.</summary>
    public string Report { get; private set; } = "";

    /// <summary>Starts it and waits until it has made what it is to keep.</summary>
    /// <param name="machine">Where the programs are looked for.</param>
    /// <param name="verb">The bench's verb and its arguments.</param>
    /// <param name="secret">What the verb must know and no process list may show.</param>
    /// <param name="ct">Ends the wait; what is made by then is cleared up.</param>
    /// <exception cref="InvalidOperationException">It could not; the message says why.</exception>
    public static async Task<Watchdog> StartAsync(IMachine machine, IEnumerable<string> verb, string secret, CancellationToken ct)
    {
        Process process = Process.Start(BenchProgram.Start(machine, ownSession: true, verb))
            ?? throw new InvalidOperationException("The watchdog of the test bench's PostgreSQL was not started.");
        Watchdog watchdog = new(process);
        try
        {
            await process.StandardInput.WriteLineAsync(secret.AsMemory(), ct);
            await process.StandardInput.FlushAsync(ct);
            watchdog.Report = await process.StandardOutput.ReadLineAsync(ct).AsTask().WaitAsync(StartBound, ct) ?? "";
        }
        catch
        {
            await watchdog.DisposeAsync();
            throw;
        }

        if (watchdog.Report.Length > 0) return watchdog;
        await watchdog.DisposeAsync(); // Throws what it said.
        throw new InvalidOperationException("The watchdog of the test bench's PostgreSQL said nothing.");
    }

    /// <summary>Lets it clear up and waits for it; for the end of the process, where nothing can be awaited and nobody catches.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        _process.StandardInput.Close();
        if (!_process.WaitForExit(EndBound)) Console.Error.WriteLine($"The watchdog did not end within {EndBound.TotalSeconds:0} s.");
        else if (_process.ExitCode != 0) Console.Error.WriteLine(TextFor(_process.ExitCode, _error.Result));
    }

    /// <summary>Lets it clear up and waits for it.</summary>
    /// <exception cref="InvalidOperationException">Something was left behind; the message says what.</exception>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        _process.StandardInput.Close();
        using CancellationTokenSource deadline = new(EndBound);
        await _process.WaitForExitAsync(deadline.Token);
        int code = _process.ExitCode;
        string error = await _error;
        _process.Dispose();
        if (code != 0) throw new InvalidOperationException(TextFor(code, error));
    }

    private static string TextFor(int code, string error) => $"The watchdog of the test bench's PostgreSQL ended with {code}: {error}";
}

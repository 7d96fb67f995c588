using System.Diagnostics;

namespace ListmonkPS.TestBench.PostgreSql.Machine;

/// <summary>Runs a program to its end, within a bound.</summary>
internal static class ProgramRun
{
    // On Windows the server inherits the pipes from pg_ctl: their end would be the end of the server, so it is not waited for.
    private static readonly TimeSpan StreamGrace = TimeSpan.FromSeconds(OperatingSystem.IsWindows() ? 1 : 30);

    /// <summary>Starts it without standard input and waits.</summary>
    /// <exception cref="TimeoutException">It did not end in time; it was killed with all that it had started.</exception>
    public static async Task<ProgramOutput> RunAsync(ProcessStartInfo start, TimeSpan bound, CancellationToken ct)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} was not started.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await WaitAsync(process, start.FileName, bound, ct);
        await Task.WhenAny(Task.WhenAll(output, error), Task.Delay(StreamGrace, ct));
        return new ProgramOutput(process.ExitCode, TextOf(output), TextOf(error));
    }

    private static async Task WaitAsync(Process process, string program, TimeSpan bound, CancellationToken ct)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(bound);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            throw new TimeoutException($"{program} did not end within {bound.TotalSeconds:0} s.");
        }
    }

    private static string TextOf(Task<string> stream) => stream.IsCompletedSuccessfully ? stream.Result.Trim() : "";
}

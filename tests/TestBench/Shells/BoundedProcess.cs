using System.Diagnostics;

namespace ListmonkPS.TestBench.Shells;

/// <summary>Runs a program to its end, but not longer than a bound; then its whole tree is ended.</summary>
public static class BoundedProcess
{
    // Something that the program left behind may hold its pipes open.
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(30);

    /// <summary>Runs it with nothing on its standard input.</summary>
    /// <param name="start">What to start; its streams are redirected here.</param>
    /// <param name="bound">How long it may run.</param>
    /// <param name="cancellation">Ends it sooner.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<BoundedProcessResult> RunAsync(ProcessStartInfo start, TimeSpan bound, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(start);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' does not start.");
        process.StandardInput.Close();
        Task<string[]> texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));

        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(bound);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return new BoundedProcessResult(null, await TextAsync(texts));
        }

        return new BoundedProcessResult(process.ExitCode, await TextAsync(texts));
    }

    private static async Task<string> TextAsync(Task<string[]> texts) => await Task.WhenAny(texts, Task.Delay(PipeGrace)) == texts
        ? string.Concat(await texts)
        : "(its output stayed open)";
}

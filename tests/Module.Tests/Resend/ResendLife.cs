using System.Diagnostics;
using System.Text.Json;
using ListmonkPS.TestBench.Shells;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Module.Tests.Resend;

/// <summary>One pwsh that mails people again: started, made to begin, killed or let to its end.</summary>
internal sealed class ResendLife : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ResendLife(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one; it waits for <see cref="BeginAsync"/>.</summary>
    /// <param name="shell">The PowerShell.</param>
    /// <param name="world">The server.</param>
    /// <param name="home">Folder of its state; all lives of a run share it.</param>
    /// <param name="withDatabase">False for the API alone, with a journal.</param>
    /// <param name="parameters">Further parameters of the run.</param>
    /// <param name="fileKilobytes">How large a file may grow; null for no bound.</param>
    public static ResendLife Start(Pwsh shell, World world, string home, bool withDatabase, IReadOnlyDictionary<string, object> parameters, int? fileKilobytes = null)
    {
        ProcessStartInfo start = shell.Start("-File", Path.Combine(BuildPaths.PesterFiles, "Invoke-ResendLife.ps1"));
        if (fileKilobytes is { } kilobytes)
            start = Bounded(start, kilobytes);
        Directory.CreateDirectory(home);
        PesterSurroundings.Apply(start, home, new Dictionary<string, string>
        {
            ["PSModuleAnalysisCachePath"] = "/dev/null",
            ["DOTNET_EnableWriteXorExecute"] = "0", // it makes a large file in memory, which a bound of files' sizes forbids
            ["LISTMONKPS_LIFE"] = JsonSerializer.Serialize(new
            {
                uri = world.Uri.AbsoluteUri,
                user = world.ApiUser,
                token = world.ApiToken,
                configPath = withDatabase ? world.ConfigPath : "",
                run = "life",
                parameters,
            }),
        });
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new ResendLife(Process.Start(start)!);
    }

    /// <summary>Waits until it is ready, and has it begin.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        string? line = await _process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(Bound, cancellation);
        Assert.True(line == "ready", line + await ErrorsAsync());
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync(cancellation);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellation);
    }

    /// <summary>Lets it come to its end.</summary>
    public async Task<LifeEnd> EndAsync(CancellationToken cancellation)
    {
        string text = await _process.StandardOutput.ReadToEndAsync(cancellation).WaitAsync(Bound, cancellation);
        string? end = text.Split('\n').FirstOrDefault(line => line.StartsWith("end ", StringComparison.Ordinal));
        Assert.True(end is not null, text + await ErrorsAsync());
        return JsonSerializer.Deserialize<LifeEnd>(end[4..], JsonSerializerOptions.Web)!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    /// <summary>A full disk for one process: a file that may not grow. The signal that says so is ignored, as a full disk sends none.</summary>
    private static ProcessStartInfo Bounded(ProcessStartInfo start, int kilobytes) =>
        new("bash", ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"", "bash", start.FileName, .. start.ArgumentList]);

    private async Task<string> ErrorsAsync() => await Task.WhenAny(_errors, Task.Delay(TimeSpan.FromSeconds(2))) == _errors ? await _errors : "";
}

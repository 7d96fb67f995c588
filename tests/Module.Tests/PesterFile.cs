using System.Diagnostics;
using System.Text.Json;
using ListmonkPS.TestBench.Shells;

namespace ListmonkPS.Module.Tests;

/// <summary>Runs one Pester file in a PowerShell process of its own.</summary>
/// <param name="path">The file.</param>
/// <param name="bound">How long it may run.</param>
internal sealed class PesterFile(string path, TimeSpan bound)
{
    /// <summary>Name of the file without .Tests.ps1.</summary>
    public string Name => Path.GetFileName(path).Replace(".Tests.ps1", "", StringComparison.Ordinal);

    /// <summary>Runs it; a process that hangs or breaks off is one failure.</summary>
    public async Task<IReadOnlyList<PesterOutcome>> RunAsync(Pwsh pwsh, IReadOnlyDictionary<string, string> bench, CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("listmonkps-pester-").FullName;
        try
        {
            string resultPath = Path.Combine(folder, "result.json");
            ProcessStartInfo start = pwsh.Start(
                "-File", Path.Combine(BuildPaths.PesterFiles, "Invoke-PesterFile.ps1"), "-Path", path, "-PesterManifest", BuildPaths.PesterManifest, "-ResultPath", resultPath);
            PesterSurroundings.Apply(start, folder, bench);
            BoundedProcessResult end = await BoundedProcess.RunAsync(start, bound, cancellation);
            return end.ExitCode == 0 && File.Exists(resultPath)
                ? JsonSerializer.Deserialize<PesterOutcome[]>(await File.ReadAllBytesAsync(resultPath, cancellation))!
                : [new PesterOutcome("runs to its end", "Failed", Describe(end))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Describe(BoundedProcessResult end) => end.ExitCode is null
        ? $"It ran longer than {bound.TotalSeconds} s and was ended. It said: {end.Output}"
        : $"PowerShell ended with exit code {end.ExitCode} and without a result. It said: {end.Output}";
}

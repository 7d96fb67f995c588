using System.Diagnostics;
using System.Text.Json;
using ListmonkPS.TestBench.Shells;

namespace ListmonkPS.Module.Tests.Isolation;

/// <summary>Our module and one with an Npgsql of its own, used in one PowerShell process.</summary>
internal static class TwoModules
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    /// <summary>Uses both.</summary>
    /// <param name="pwsh">The shell.</param>
    /// <param name="first">Ours or Foreign: which is imported and used first.</param>
    /// <param name="moduleFolder">Our module.</param>
    /// <param name="configPath">A configuration file that leads to a database.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<TwoModulesResult> UseAsync(Pwsh pwsh, string first, string moduleFolder, string configPath, CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("listmonkps-modules-").FullName;
        try
        {
            string resultPath = Path.Combine(folder, "result.json");
            ProcessStartInfo start = pwsh.Start(
                "-File", Path.Combine(BuildPaths.PesterFiles, "Use-BothModules.ps1"), "-First", first,
                "-ModuleManifest", Path.Combine(moduleFolder, "ListmonkPS.psd1"), "-ForeignManifest", BuildPaths.ForeignManifest,
                "-ConfigPath", configPath, "-ResultPath", resultPath);
            PesterSurroundings.Apply(start, folder, new Dictionary<string, string>());
            BoundedProcessResult end = await BoundedProcess.RunAsync(start, Bound, cancellation);
            Assert.True(end.ExitCode == 0, end.Output);
            return JsonSerializer.Deserialize<TwoModulesResult>(await File.ReadAllBytesAsync(resultPath, cancellation))!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

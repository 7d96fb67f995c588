using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ListmonkPS.TestBench.PostgreSql.Machine;

/// <summary>The machine that the bench runs on.</summary>
public sealed class ThisMachine : IMachine
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Platform => $"{Family}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static string Family => OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsMacOS() ? "darwin"
        : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
        : "linux";

    /// <inheritdoc/>
    public string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <inheritdoc/>
    public bool FileExists(string path) => File.Exists(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> FoldersIn(string path) => Directory.Exists(path)
        ? [.. Directory.EnumerateDirectories(path).Select(folder => Path.GetFileName(folder))]
        : [];

    /// <inheritdoc/>
    public Task<ProgramOutput> RunAsync(string program, IReadOnlyList<string> arguments, string workingFolder, CancellationToken ct) =>
        ProgramRun.RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = workingFolder }, Bound, ct);
}

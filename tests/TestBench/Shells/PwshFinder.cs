using System.Diagnostics;

namespace ListmonkPS.TestBench.Shells;

/// <summary>Finds a PowerShell: one on PATH if it is new enough, else the repository's own tool, which it restores when it must.</summary>
public static class PwshFinder
{
    /// <summary>The oldest version that the module promises to run in.</summary>
    public static Version Oldest { get; } = new(7, 4);

    private static readonly TimeSpan AnswerBound = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan RestoreBound = TimeSpan.FromMinutes(5);

    // dotnet pwsh is a small program that starts the real one: asked once, the real one is started without it from then on.
    private const string Question = "[Environment]::ProcessPath; [Environment]::GetCommandLineArgs()[0]; ([version]$PSVersionTable.PSVersion).ToString(3)";

    /// <summary>Finds it.</summary>
    /// <param name="repositoryRoot">Folder with the tool manifest.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="InvalidOperationException">There is none and the tool cannot be restored.</exception>
    public static async Task<Pwsh> FindAsync(string repositoryRoot, CancellationToken cancellation)
    {
        ProcessStartInfo Local(params string[] arguments) => new("dotnet", arguments) { WorkingDirectory = repositoryRoot };

        if (OnPath() is { } path && await AskAsync(new Pwsh(path, [], Oldest).Start("-Command", Question), cancellation) is { } installed && installed.Version >= Oldest)
            return installed;

        ProcessStartInfo ask = Local("pwsh", "-NoProfile", "-NonInteractive", "-Command", Question);
        if (await AskAsync(ask, cancellation) is { } tool)
            return tool;

        BoundedProcessResult restore = await BoundedProcess.RunAsync(Local("tool", "restore"), RestoreBound, cancellation);
        return await AskAsync(ask, cancellation)
            ?? throw new InvalidOperationException($"There is no PowerShell {Oldest} or newer, and 'dotnet tool restore' in {repositoryRoot} does not bring it: {restore.Output}");
    }

    private static string? OnPath()
    {
        string name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static async Task<Pwsh?> AskAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        BoundedProcessResult answer = await BoundedProcess.RunAsync(start, AnswerBound, cancellation);
        string[] lines = answer.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (answer.ExitCode != 0 || lines is not [string program, string first, string version])
            return null;
        bool isRunByDotnet = Path.GetExtension(first) == ".dll" && !Path.GetFileNameWithoutExtension(program).Equals("pwsh", StringComparison.OrdinalIgnoreCase);
        return new Pwsh(program, isRunByDotnet ? [first] : [], Version.Parse(version));
    }
}

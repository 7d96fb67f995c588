using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>A machine that is a table: variables, files, and what programs answer.</summary>
internal sealed class FakeMachine : IMachine
{
    private static readonly string[] ServerPrograms = ["initdb", "postgres", "pg_ctl"];

    public string Platform { get; init; } = "linux-x64";

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>What a program does, by its path; an unknown program cannot be run.</summary>
    public Dictionary<string, Func<IReadOnlyList<string>, ProgramOutput>> Programs { get; } = new(StringComparer.Ordinal);

    /// <summary>Puts a server into a folder.</summary>
    public FakeMachine WithServer(string folder)
    {
        string extension = SearchPath.IsWindows(this) ? ".exe" : "";
        foreach (string program in ServerPrograms) Files.Add(Path.Combine(folder, program + extension));
        return this;
    }

    /// <summary>Puts a program into a folder.</summary>
    public FakeMachine WithProgram(string path, Func<IReadOnlyList<string>, ProgramOutput> run)
    {
        Files.Add(path);
        Programs[path] = run;
        return this;
    }

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public bool FileExists(string path) => Files.Contains(path) || File.Exists(path) && path.StartsWith(Path.GetTempPath(), StringComparison.Ordinal);

    public IReadOnlyList<string> FoldersIn(string path) =>
    [
        .. Files.Where(file => file.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(file => file[(path.Length + 1)..].Split(Path.DirectorySeparatorChar)[0])
            .Distinct(),
    ];

    public Task<ProgramOutput> RunAsync(string program, IReadOnlyList<string> arguments, string workingFolder, CancellationToken ct) =>
        Task.FromResult(Programs[program](arguments));
}

namespace ListmonkPS.TestBench.PostgreSql.Machine;

/// <summary>What the bench asks of the machine when it looks for a server. A test has a machine of its own.</summary>
public interface IMachine
{
    /// <summary>System and processor as the npm packages name them: linux-x64, darwin-arm64, windows-x64; linux-musl-x64 has none.</summary>
    string Platform { get; }

    /// <summary>The value of an environment variable; null when it is not set or empty.</summary>
    string? Variable(string name);

    /// <summary>Whether a file is there.</summary>
    bool FileExists(string path);

    /// <summary>The names of the folders in a folder; empty when it is not there.</summary>
    IReadOnlyList<string> FoldersIn(string path);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="TimeoutException">It did not end within two minutes.</exception>
    Task<ProgramOutput> RunAsync(string program, IReadOnlyList<string> arguments, string workingFolder, CancellationToken ct);
}

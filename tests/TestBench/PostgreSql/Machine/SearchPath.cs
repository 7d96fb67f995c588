namespace ListmonkPS.TestBench.PostgreSql.Machine;

/// <summary>The folders of PATH and the programs in them.</summary>
public static class SearchPath
{
    /// <summary>The folders, in order.</summary>
    public static IReadOnlyList<string> Folders(IMachine machine) => (machine.Variable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The first program of that name; null when there is none.</summary>
    public static string? Program(IMachine machine, string name)
    {
        string[] names = IsWindows(machine) ? [name + ".exe", name + ".cmd"] : [name];
        return Folders(machine)
            .SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .FirstOrDefault(machine.FileExists);
    }

    /// <summary>Whether programs have an extension there.</summary>
    public static bool IsWindows(IMachine machine) => machine.Platform.StartsWith("windows", StringComparison.Ordinal);
}

namespace ListmonkPS.Core.Tests.Architecture;

/// <summary>The tables of allowed arrows, as CONTRIBUTING.md has them.</summary>
internal static class ArrowTable
{
    /// <summary>Reads the table whose header row begins with this word and that follows this text.</summary>
    /// <returns>Each part with those that it may use.</returns>
    public static IReadOnlyDictionary<string, string[]> Read(string after)
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "CONTRIBUTING.md"));
        return lines
            .SkipWhile(line => !line.StartsWith(after, StringComparison.Ordinal))
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1], cells => cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}

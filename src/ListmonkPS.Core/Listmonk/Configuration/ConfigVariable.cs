namespace ListmonkPS.Core.Listmonk.Configuration;

/// <summary>An environment variable that stands over a key of config.toml: LISTMONK_db__host is db.host (contract 7).</summary>
/// <param name="Name">Name of the variable.</param>
/// <param name="Key">Key of the configuration.</param>
/// <param name="Value">Its value, or the path of the file that holds it.</param>
/// <param name="IsFile">True for the form LISTMONK_db__password_FILE, which names a file (v5.1.0 and later, in containers).</param>
internal sealed record ConfigVariable(string Name, string Key, string Value, bool IsFile)
{
    private const string Prefix = "LISTMONK_";

    private const string FileSuffix = "_FILE";

    /// <summary>The variables among all of an environment; those that name a file last, since they win.</summary>
    public static IEnumerable<ConfigVariable> In(IReadOnlyDictionary<string, string> environment) =>
        environment.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(Of).OrderBy(variable => variable.IsFile);

    /// <summary>No value is shown: it may be a password.</summary>
    public override string ToString() => Name;

    private static ConfigVariable Of(KeyValuePair<string, string> pair)
    {
        bool isFile = pair.Key.EndsWith(FileSuffix, StringComparison.Ordinal);
        string key = isFile ? pair.Key[Prefix.Length..^FileSuffix.Length] : pair.Key[Prefix.Length..];
        return new ConfigVariable(pair.Key, key.ToLowerInvariant().Replace("__", ".", StringComparison.Ordinal), pair.Value, isFile);
    }
}

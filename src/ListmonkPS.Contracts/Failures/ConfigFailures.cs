namespace ListmonkPS;

/// <summary>Failures of listmonk's config.toml and the environment variables over it. No value of the file is repeated: it holds passwords.</summary>
internal static class ConfigFailures
{
    /// <summary>There is no such file.</summary>
    public static Failure ConfigNotFound(string path) => new(nameof(ConfigNotFound), FailureCategory.ObjectNotFound, path, path);

    /// <summary>The file cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    public static Failure ConfigUnreadable(string path, string reason) => new(nameof(ConfigUnreadable), FailureCategory.ReadError, path, path, reason);

    /// <summary>A file that an environment variable names cannot be read.</summary>
    /// <param name="variable">The variable, for example LISTMONK_db__password_FILE.</param>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    public static Failure ConfigVariableFile(string variable, string path, string reason) =>
        new(nameof(ConfigVariableFile), FailureCategory.ReadError, path, variable, path, reason);

    /// <summary>The file is not TOML.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    public static Failure ConfigSyntax(string path, int line, int column) =>
        new(nameof(ConfigSyntax), FailureCategory.ParserError, path, path, line, column);

    /// <summary>Neither file nor environment say where the database is.</summary>
    public static Failure ConfigIncomplete(string path) => new(nameof(ConfigIncomplete), FailureCategory.InvalidData, path, path);

    /// <summary>A value is none that the key can have.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The key, for example db.port.</param>
    /// <param name="wanted">What it can have, from the reason texts.</param>
    public static Failure ConfigValue(string path, string key, string wanted) =>
        new(nameof(ConfigValue), FailureCategory.InvalidData, path, path, key, wanted);
}

using System.Globalization;
using Tomlyn;
using Tomlyn.Model;
using Tomlyn.Parsing;

namespace ListmonkPS.Core.Listmonk.Configuration;

/// <summary>Reads listmonk's config.toml.</summary>
/// <param name="environment">Environment variables that stand over the file.</param>
/// <param name="time">Clock.</param>
internal sealed class ConfigReader(IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    private readonly FileText _files = new(time);

    /// <summary>The configuration that a file and the environment make together.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="bound">Longest wait for the file.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="FailureException">The file is missing, unreadable or no TOML.</exception>
    public async Task<ListmonkConfig> ReadAsync(string path, TimeSpan bound, CancellationToken cancellation)
    {
        string text = await _files.ReadAsync(
            path, bound, reason => ConfigFailures.ConfigUnreadable(path, reason), () => ConfigFailures.ConfigNotFound(path), cancellation);
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        Flatten(Parse(text, path), "", values);
        Dictionary<string, string> sources = values.Keys.ToDictionary(key => key, _ => path, StringComparer.Ordinal);
        foreach (ConfigVariable variable in ConfigVariable.In(environment))
        {
            values[variable.Key] = variable.IsFile ? await ReadAsync(variable, bound, cancellation) : variable.Value;
            sources[variable.Key] = variable.IsFile ? Texts.Format("notice.config-variable-file", variable.Name, variable.Value) : variable.Name;
        }

        return new ListmonkConfig(path, values, sources);
    }

    /// <summary>What a variable's file holds, without the line break at its end, as the container's entry script has it (v5.1.0 and later).</summary>
    private async Task<string> ReadAsync(ConfigVariable variable, TimeSpan bound, CancellationToken cancellation)
    {
        string text = await _files.ReadAsync(
            variable.Value, bound, reason => ConfigFailures.ConfigVariableFile(variable.Name, variable.Value, reason), missing: null, cancellation);
        return text.TrimEnd('\r', '\n');
    }

    private static TomlTable Parse(string text, string path)
    {
        try
        {
            SyntaxParser.ParseStrict(text, path, validate: true); // finds what reading alone lets pass, such as a key that stands twice
            return TomlSerializer.Deserialize<TomlTable>(text) ?? [];
        }
        catch (TomlException exception)
        {
            // The parser's words are left out, and so is the exception: they quote the file, and the first thing that people forget to quote is the password.
            throw new FailureException(ConfigFailures.ConfigSyntax(path, exception.Line ?? 1, exception.Column ?? 1));
        }
    }

    private static void Flatten(TomlTable table, string prefix, Dictionary<string, string> values)
    {
        foreach ((string key, object? value) in table)
        {
            if (value is TomlTable inner)
                Flatten(inner, prefix + key + ".", values);
            else if (value is string or long or double or bool)
                values[prefix + key] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        }
    }
}

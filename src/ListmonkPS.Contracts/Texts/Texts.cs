using System.Globalization;
using System.Resources;

namespace ListmonkPS;

/// <summary>
/// All text that a person reads, by key, from the resource files beside this one: so it can be translated in one place.
/// The part of the key before the first dot names the file (check, database, dns, failure, log, mail, notice, queue, resend, setting, smtp, version, view).
/// </summary>
public static class Texts
{
    private static readonly string[] FileNames = ["check", "database", "dns", "failure", "log", "mail", "notice", "queue", "resend", "setting", "smtp", "version", "view"];

    private static readonly Dictionary<string, ResourceManager> Files = FileNames.ToDictionary(
        name => name,
        name => new ResourceManager("ListmonkPS.Texts." + name, typeof(Texts).Assembly),
        StringComparer.Ordinal);

    /// <summary>The text of a key, with its arguments put in by the user's culture.</summary>
    /// <param name="key">Key, for example failure.ApiUnreachable.</param>
    /// <param name="arguments">What stands for {0}, {1} and so on.</param>
    /// <returns>The text; a key without text is a fault of the module.</returns>
    /// <exception cref="InvalidOperationException">The key has no text.</exception>
    public static string Format(string key, params object?[] arguments) => TryFind(key) is not { } text
        ? throw new InvalidOperationException($"No text for '{key}'.")
        : arguments is { Length: > 0 } ? string.Format(CountFormat.Instance, text, arguments) : text;

    /// <summary>The raw text of a key, or null when there is none.</summary>
    /// <param name="key">Key, for example setting.app.root_url.</param>
    public static string? TryFind(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        int dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Files.TryGetValue(key[..dot], out ResourceManager? file) ? file.GetString(key, CultureInfo.CurrentUICulture) : null;
    }
}

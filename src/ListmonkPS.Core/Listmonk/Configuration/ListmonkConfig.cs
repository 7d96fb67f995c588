using System.Globalization;

namespace ListmonkPS.Core.Listmonk.Configuration;

/// <summary>
/// What listmonk is told outside its database: config.toml with the LISTMONK_ environment variables over it, by dotted key. It holds passwords.
/// </summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Values">Values by key, for example db.host; numbers and booleans as text.</param>
/// <param name="Sources">Where each key comes from: the file, or a variable.</param>
internal sealed record ListmonkConfig(string Path, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Sources)
{
    private static readonly string[] Address = ["db.host", "db.port", "db.user", "db.password", "db.database"];

    /// <summary>True when something says where the database is.</summary>
    public bool HasDatabase => Address.Any(key => Find(key) is not null);

    /// <summary>The value of a key; null when it is missing or empty.</summary>
    public string? Find(string key) => Values.TryGetValue(key, out string? value) && value.Length > 0 ? value : null;

    /// <summary>The value of a key that is a port; null when it is missing or empty.</summary>
    /// <exception cref="FailureException">The value is no port.</exception>
    public int? FindPort(string key)
    {
        if (Find(key) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new FailureException(ConfigFailures.ConfigValue(Path, key, Texts.Format("failure.reason.port")));
    }

    /// <summary>No value is shown: a password is among them.</summary>
    public override string ToString() => Path;
}

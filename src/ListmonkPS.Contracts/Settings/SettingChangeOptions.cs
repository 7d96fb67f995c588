namespace ListmonkPS;

/// <summary>How a change of settings is to be made.</summary>
public sealed record SettingChangeOptions
{
    /// <summary>Api or Database to insist on one; None to let the rules choose.</summary>
    public Access Via { get; init; }

    /// <summary>True to store the values only, and not to have the server reload; the database alone can do that.</summary>
    public bool NoReload { get; init; }
}

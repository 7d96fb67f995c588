namespace ListmonkPS;

/// <summary>One setting of a listmonk server, or a member of one, as it is stored now. Secret values are masked.</summary>
public sealed record ListmonkSetting
{
    /// <summary>Key as listmonk spells it, for example app.send_optin_confirmation; of a member the way to it, for example smtp/primary/port.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Stored value: bool, long, double, string, a list whose text joins, or a dictionary for an object; null for JSON null.
    /// A secret that is set shows as eight bullets whatever its length, one that is not set as empty text.
    /// </summary>
    public object? Value { get; init; }

    /// <summary>Value of a fresh installation of this version; null when not known.</summary>
    public object? Default { get; init; }

    /// <summary>True when the value, or a member of it, is a secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>JSON type that listmonk expects.</summary>
    public SettingValueType Type { get; init; }

    /// <summary>What the setting does, in one sentence; empty for a key that this module does not know.</summary>
    public string Description { get; init; } = "";

    /// <summary>First listmonk version with the key, for example "v6.2.0"; null when it is older than v2.5 or not known.</summary>
    public string? Since { get; init; }

    /// <summary>
    /// True when the running server is known to use this value, false when it is known to be stored only, null when that cannot be told: listmonk shows
    /// what it has loaded of a few settings only.
    /// </summary>
    public bool? IsActive { get; init; }

    /// <summary>Where the value was read: Api or Database.</summary>
    public Access Source { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}

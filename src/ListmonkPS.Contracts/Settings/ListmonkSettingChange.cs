namespace ListmonkPS;

/// <summary>What Set-ListmonkSetting did to one setting.</summary>
public sealed record ListmonkSettingChange
{
    /// <summary>Key as listmonk spells it; of a member the way to it, for example smtp/primary/port.</summary>
    public required string Name { get; init; }

    /// <summary>Value before the change; masked when secret; null when the row was missing or JSON null.</summary>
    public object? OldValue { get; init; }

    /// <summary>Value read back after the change; masked when secret.</summary>
    public object? NewValue { get; init; }

    /// <summary>False when the setting already had the value and nothing was written.</summary>
    public bool Changed { get; init; }

    /// <summary>How it was written: Api or Database.</summary>
    public Access Via { get; init; }

    /// <summary>True when the server tells that it runs with the value, or has restarted since the write; false when it is stored only; null when that cannot be told.</summary>
    public bool? IsActive { get; init; }

    /// <summary>True when listmonk has to be reloaded or restarted before the value counts.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>Other settings that differ from before the write beyond listmonk's own normalisation; reported, never reverted: it may be a colleague's change.</summary>
    public TextList<string> AlsoDiffers { get; init; } = TextList<string>.Empty;

    /// <summary>File in which the server's log was saved before the reload emptied it; null when there was none to save.</summary>
    public string? LogPath { get; init; }

    /// <summary>When the change was written.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}

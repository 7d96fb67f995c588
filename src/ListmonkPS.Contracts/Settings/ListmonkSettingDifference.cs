namespace ListmonkPS;

/// <summary>One place at which the settings of a server differ from a baseline, from another server or from a fresh installation.</summary>
public sealed record ListmonkSettingDifference
{
    /// <summary>Key, or the way to the member, for example smtp/primary/port.</summary>
    public required string Name { get; init; }

    /// <summary>Value of the reference: bool, number, text, a list whose text joins, or JSON text for what has members; masked when secret; null for none.</summary>
    public object? Reference { get; init; }

    /// <summary>Value of the server, likewise.</summary>
    public object? Current { get; init; }

    /// <summary>In what way they differ.</summary>
    public SettingDifferenceState State { get; init; }

    /// <summary>What the current value may do to opt-in, as opposed to the reference.</summary>
    public CheckSeverity Severity { get; init; }

    /// <summary>What the setting does, in one sentence; empty when it is not known.</summary>
    public string Description { get; init; } = "";

    /// <summary>Name of the session that was looked at.</summary>
    public required string Session { get; init; }
}

namespace ListmonkPS;

/// <summary>In what way a setting differs from its reference.</summary>
public enum SettingDifferenceState
{
    /// <summary>Both have it, with different values.</summary>
    Changed,

    /// <summary>Only the server that was looked at has it.</summary>
    Added,

    /// <summary>Only the reference has it.</summary>
    Removed,

    /// <summary>Whether it differs cannot be told: a secret of which only the length is known, or a setting that one side cannot show.</summary>
    Unknown,
}

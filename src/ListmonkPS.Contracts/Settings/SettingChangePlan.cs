namespace ListmonkPS;

/// <summary>A checked change of one setting, not yet made: what -WhatIf tells and Set-ListmonkSetting then carries out.</summary>
public sealed class SettingChangePlan
{
    internal SettingChangePlan(object? link) => Link = link;

    /// <summary>Key as listmonk spells it.</summary>
    public required string Name { get; init; }

    /// <summary>Value now; masked when secret; null when the row is missing or JSON null.</summary>
    public object? OldValue { get; init; }

    /// <summary>Value to be stored; masked when secret.</summary>
    public object? NewValue { get; init; }

    /// <summary>False when the setting already has the value.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>How it will be written.</summary>
    public Access Via { get; init; }

    /// <summary>One sentence that says what will be done: the action of the ShouldProcess question.</summary>
    public required string Action { get; init; }

    /// <summary>The other side's handle of this plan.</summary>
    internal object? Link { get; }
}

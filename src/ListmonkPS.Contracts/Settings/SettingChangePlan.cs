namespace ListmonkPS;

/// <summary>A checked change of settings, not yet made: what -WhatIf tells and Set-ListmonkSetting then carries out in one write.</summary>
public sealed class SettingChangePlan
{
    internal SettingChangePlan(object? link) => Link = link;

    /// <summary>The settings, in the order in which they were given.</summary>
    public required IReadOnlyList<SettingPlanItem> Items { get; init; }

    /// <summary>False when every setting already has its value.</summary>
    public bool IsNeeded => Items.Any(item => item.IsNeeded);

    /// <summary>How it will be written.</summary>
    public Access Via { get; init; }

    /// <summary>The names of the settings: with the session the target of the ShouldProcess question.</summary>
    public string Names => string.Join(", ", Items.Select(item => item.Name));

    /// <summary>One sentence that says what will be done: the action of the ShouldProcess question.</summary>
    public required string Action { get; init; }

    /// <summary>The other side's handle of this plan.</summary>
    internal object? Link { get; }
}

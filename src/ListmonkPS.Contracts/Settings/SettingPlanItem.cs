namespace ListmonkPS;

/// <summary>What a plan does to one setting.</summary>
public sealed record SettingPlanItem
{
    /// <summary>Key as listmonk spells it; of a member the way to it.</summary>
    public required string Name { get; init; }

    /// <summary>Value now; masked when secret; null when the row is missing or JSON null.</summary>
    public object? OldValue { get; init; }

    /// <summary>Value to be stored; masked when secret.</summary>
    public object? NewValue { get; init; }

    /// <summary>False when the setting already has the value.</summary>
    public bool IsNeeded { get; init; }
}

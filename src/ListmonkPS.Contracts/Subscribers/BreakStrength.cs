namespace ListmonkPS;

/// <summary>How sure a break is.</summary>
public enum BreakStrength
{
    /// <summary>Chance would make it at most three times in a thousand looks, or it is not a day old.</summary>
    Moderate,

    /// <summary>Chance would make it at most once in ten thousand looks, and it has lasted for a day.</summary>
    Strong,
}

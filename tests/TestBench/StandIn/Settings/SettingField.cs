namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>One member of the server's settings structure.</summary>
internal sealed record SettingField(string Name, FieldKind Kind, params SettingField[] Members)
{
    /// <summary>Masked on GET; empty on PUT means keep the stored one (G7).</summary>
    public bool IsSecret { get; init; }

    /// <summary>Not listed while empty.</summary>
    public bool HiddenWhenEmpty { get; init; }

    /// <summary>First version that has it; null for all.</summary>
    public string? Since { get; init; }

    /// <summary>First version that has it no more; null when it stayed.</summary>
    public string? Until { get; init; }
}

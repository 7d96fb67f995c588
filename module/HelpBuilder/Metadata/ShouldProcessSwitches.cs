namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>The two switches that PowerShell adds to a cmdlet with SupportsShouldProcess.</summary>
internal static class ShouldProcessSwitches
{
    private static readonly HelpType Switch = new("System.Management.Automation.SwitchParameter", "SwitchParameter", "T:System.Management.Automation.SwitchParameter");

    private static readonly Dictionary<string, ParameterUse> Uses = new(StringComparer.Ordinal)
    {
        [HelpParameter.AllSets] = new ParameterUse(IsMandatory: false, Position: null, ByValue: false, ByPropertyName: false),
    };

    /// <summary>-WhatIf and -Confirm.</summary>
    public static IReadOnlyList<HelpParameter> All { get; } =
    [
        new("WhatIf", null, Switch, Uses) { Aliases = ["wi"], OwnWords = "Says what would be done and does not do it." },
        new("Confirm", null, Switch, Uses) { Aliases = ["cf"], OwnWords = "Asks before it is done." },
    ];
}

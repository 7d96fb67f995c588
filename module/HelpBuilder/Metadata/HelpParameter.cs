namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>The shape of one parameter.</summary>
/// <param name="Name">Name without the dash.</param>
/// <param name="DocumentationId">Key of the property in the XML documentation; null for -WhatIf and -Confirm, which PowerShell adds.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="Uses">How it is used in each parameter set; the key <see cref="AllSets"/> stands for all of them.</param>
internal sealed record HelpParameter(string Name, string? DocumentationId, HelpType Type, IReadOnlyDictionary<string, ParameterUse> Uses)
{
    /// <summary>PowerShell's own name for "in every parameter set".</summary>
    public const string AllSets = "__AllParameterSets";

    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Value when it is not given, from PSDefaultValue; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>True when SupportsWildcards says so.</summary>
    public bool AcceptsWildcards { get; init; }

    /// <summary>The only values that it takes, from an enumeration or ValidateSet; empty when any will do.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Words for a parameter without XML documentation.</summary>
    public string? OwnWords { get; init; }

    /// <summary>True for a switch, which has no value to be written.</summary>
    public bool IsSwitch => Type.FullName == "System.Management.Automation.SwitchParameter";

    /// <summary>How it is used in one set, or null when it does not belong to it.</summary>
    public ParameterUse? UseIn(string set) => Uses.GetValueOrDefault(set) ?? Uses.GetValueOrDefault(AllSets);
}

using System.Management.Automation;

namespace HelpFixture;

/// <summary>What all cmdlets of a purse share.</summary>
public abstract class PurseCommand : PSCmdlet
{
    /// <summary>Purses to look into; see <see cref="GetCoinCommand"/>.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Purse { get; set; }

    /// <summary>For machines only.</summary>
    [Parameter(DontShow = true)]
    public SwitchParameter Hidden { get; set; }
}

using System.Management.Automation;

namespace HelpFixture;

/// <summary>Turns a coin.</summary>
/// <remarks>Writes the side of the coin into the purse and says nothing else.</remarks>
[Cmdlet(VerbsCommon.Set, "Coin", SupportsShouldProcess = true)]
[OutputType(typeof(Coin), typeof(string))]
public sealed class SetCoinCommand : PurseCommand
{
    /// <summary>Side that is to be seen.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public CoinSide Side { get; set; }

    /// <summary>Metal of the coin.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("Silver", "Gold")]
    public string Metal { get; set; } = "";

    /// <summary>Turns it even when it is stuck.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}

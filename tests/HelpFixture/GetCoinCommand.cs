using System.Management.Automation;

namespace HelpFixture;

/// <summary>Gets the coins of a purse.</summary>
/// <remarks>
/// <para>Reads the purse that <see cref="PurseCommand.Purse"/> names and
/// changes nothing.</para>
/// <para>Coins come
/// <list type="bullet"><item><description>by <c>Name</c>, or</description></item><item><description>by worth.</description></item></list></para>
/// </remarks>
[Cmdlet(VerbsCommon.Get, "Coin", DefaultParameterSetName = "Name")]
[OutputType(typeof(Coin))]
public sealed class GetCoinCommand : PurseCommand
{
    /// <summary>Least worth in cents.</summary>
    [Parameter(ParameterSetName = "Worth", Mandatory = true)]
    public int? Cents { get; set; }

    /// <summary>Names of coins.</summary>
    [Parameter(ParameterSetName = "Name", Position = 0)]
    [Parameter(ParameterSetName = "Worth", DontShow = true)]
    [SupportsWildcards]
    [Alias("CoinName")]
    public string[]? Name { get; set; }

    /// <summary>Bound of each wait, in seconds.</summary>
    [Parameter]
    [PSDefaultValue(Help = "15")]
    public int TimeoutSeconds { get; set; } = 15;
}

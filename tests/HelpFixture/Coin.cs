namespace HelpFixture;

/// <summary>One coin of a purse.</summary>
public sealed class Coin
{
    /// <summary>Worth in cents.</summary>
    public int Cents { get; init; }
}

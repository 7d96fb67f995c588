namespace HelpFixture;

/// <summary>What a coin shows.</summary>
public enum CoinSide
{
    /// <summary>The head.</summary>
    Head,

    /// <summary>The number.</summary>
    Tail,
}

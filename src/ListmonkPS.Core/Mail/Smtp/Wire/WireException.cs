namespace ListmonkPS.Core.Mail.Smtp.Wire;

/// <summary>Trouble on the wire: the connection cannot be used any further.</summary>
/// <param name="trouble">What happened.</param>
/// <param name="detail">What stands in the sentence about it, already harmless; empty for nothing.</param>
/// <param name="inner">What caused it.</param>
internal sealed class WireException(WireTrouble trouble, string detail = "", Exception? inner = null) : Exception(trouble.ToString(), inner)
{
    /// <summary>What happened.</summary>
    public WireTrouble Trouble { get; } = trouble;

    /// <summary>What stands in the sentence about it.</summary>
    public string Detail { get; } = detail;
}

namespace ListmonkPS.TestBench.StandIn.Smtp;

/// <summary>A mail could not be sent; the message is the text that the log shows (6.3).</summary>
internal sealed class SendFailureException(string message) : Exception(message)
{
    /// <summary>No connection came about: what later versions try again (6.2).</summary>
    public bool IsConnectFailure { get; init; }
}

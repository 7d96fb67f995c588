namespace ListmonkPS.TestBench.StandIn.Smtp;

/// <summary>A mail could not be sent; the message is the text that the log shows (6.3).</summary>
internal sealed class SendFailureException(string message) : Exception(message);

namespace ListmonkPS.TestBench.StandIn.Loaded;

/// <summary>The process ends while it starts; the message is its last log line.</summary>
internal sealed class StartFailureException(string message) : Exception(message);

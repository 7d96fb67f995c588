namespace ListmonkPS.TestBench.StandIn.Smtp;

/// <summary>The handler dies: the client's connection is dropped without an answer (B21, G48).</summary>
internal sealed class PanicException(string message) : Exception(message);

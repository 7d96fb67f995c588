namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>A value that does not fit the type of its field; the message is what the server says.</summary>
internal sealed class WrongTypeException(string message) : Exception(message);

namespace ListmonkPS.TestBench.Smtp.Real;

/// <summary>Ports on 127.0.0.1, each for one way in which the server behaves.</summary>
/// <param name="Submission">STARTTLS and log-in.</param>
/// <param name="Implicit">TLS from the first byte.</param>
/// <param name="Limited">Two messages an hour and client (anvil).</param>
/// <param name="Greylisted">Refuses the first time (policy service).</param>
/// <param name="Sasl">Dovecot's log-in service.</param>
public sealed record RealMailServerPorts(int Submission, int Implicit, int Limited, int Greylisted, int Sasl)
{
    /// <summary>How many there are.</summary>
    internal const int Count = 5;
}

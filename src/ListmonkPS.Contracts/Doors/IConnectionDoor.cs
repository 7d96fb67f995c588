namespace ListmonkPS;

/// <summary>Connecting to servers.</summary>
public interface IConnectionDoor
{
    /// <summary>Names of the saved profiles, sorted; read from disk each time, empty when they cannot be read.</summary>
    IReadOnlyList<string> Profiles { get; }

    /// <summary>Reaches a server by each access that is asked for and says what it found.</summary>
    /// <param name="request">What to reach.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>A session, also when nothing answered.</returns>
    /// <exception cref="FailureException">The request itself is wrong: no address, a password in the connection string, an unreadable file.</exception>
    Task<ConnectOutcome> ConnectAsync(ConnectRequest request, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Closes the connections of a session; twice does no harm.</summary>
    /// <param name="session">The session.</param>
    Task DisconnectAsync(ListmonkSession session);
}

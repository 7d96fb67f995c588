namespace ListmonkPS;

/// <summary>What is known of the version that a server runs.</summary>
public interface IVersionDoor
{
    /// <summary>Tests the version of a server: what bites first, then what may, then where it stands among the releases.</summary>
    /// <param name="session">Which server.</param>
    /// <param name="request">Releases that the module does not know.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">The version is not known, or the feed cannot be read.</exception>
    Task<IReadOnlyList<VersionTest>> TestAsync(ListmonkSession session, VersionTestRequest request, INoticeSink notices, CancellationToken cancellation);
}

namespace ListmonkPS;

/// <summary>Testing the database itself.</summary>
public interface IDatabaseDoor
{
    /// <summary>Tests every aspect; what is wrong comes first.</summary>
    /// <param name="session">Whose database.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">The session has no database.</exception>
    Task<IReadOnlyList<DatabaseTest>> TestAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation);
}

namespace ListmonkPS.Core.Listmonk.Database.Health;

/// <summary>Tests the database of a session.</summary>
internal sealed class DatabaseDoor : IDatabaseDoor
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DatabaseTest>> TestAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        if (server.Database is not { } database)
            throw new FailureException(SessionFailures.NeedsDatabase(session.Name));
        IReadOnlyList<DatabaseTest> tests = await DatabaseExam.RunAsync(database, server.Api is null ? null : server.Version, server.Time, cancellation);
        return [.. tests.Select(test => test with { Session = session.Name })];
    }
}

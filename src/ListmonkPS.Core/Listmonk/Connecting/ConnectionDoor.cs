using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Configuration;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>Connects to servers: reads the request, proves each access, makes the session.</summary>
/// <param name="time">Clock.</param>
/// <param name="environment">Environment variables, of which the LISTMONK_ ones stand over a config.toml.</param>
internal sealed class ConnectionDoor(TimeProvider time, IReadOnlyDictionary<string, string> environment) : IConnectionDoor
{
    private readonly TargetReader _targets = new(new ConfigReader(environment, time));

    /// <inheritdoc/>
    public async Task<ConnectOutcome> ConnectAsync(ConnectRequest request, INoticeSink notices, CancellationToken cancellation)
    {
        ConnectTarget target = await _targets.ReadAsync(request, cancellation);
        ListmonkApi? api = target.Uri is null ? null : new ListmonkApi(target.Uri, target.ApiCredential, request.Timeout, time);
        ListmonkDatabase? database = target.Database is null ? null : new ListmonkDatabase(target.Database, request.Timeout, time);
        try
        {
            Task<ApiProof>? apiWork = api is null ? null : ApiProof.TryAsync(api, notices, cancellation);
            Task<DatabaseProof>? databaseWork = database is null ? null : DatabaseProof.TryAsync(database, cancellation);
            await Task.WhenAll(new Task?[] { apiWork, databaseWork }.OfType<Task>());
            return Outcome(target, api, database, apiWork is null ? null : await apiWork, databaseWork is null ? null : await databaseWork, notices);
        }
        catch
        {
            // No session will close them.
            api?.Dispose();
            if (database is not null)
                await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task DisconnectAsync(ListmonkSession session)
    {
        if (session.Link is ListmonkServer server)
            await server.DisposeAsync();
    }

    private ConnectOutcome Outcome(
        ConnectTarget target, ListmonkApi? api, ListmonkDatabase? database, ApiProof? apiProof, DatabaseProof? databaseProof, INoticeSink notices)
    {
        string? versionText = apiProof?.Config?.VersionText ?? databaseProof?.Info?.LastMigration;
        Failure[] failures = [.. new[] { apiProof?.Failure, databaseProof?.Failure }.OfType<Failure>()];
        ListmonkServer server = new()
        {
            Name = target.Name,
            Uri = target.Uri,
            Api = api,
            Database = database,
            Version = apiProof?.Config?.Version ?? ListmonkVersion.TryParse(databaseProof?.Info?.LastMigration),
            Time = time,
        };
        ListmonkSession session = new(server)
        {
            Name = target.Name,
            Uri = target.Uri,
            Version = versionText,
            HasApi = apiProof is { Failure: null },
            HasDatabase = databaseProof is { Failure: null },
            Permissions = new TextList<string>(apiProof?.Profile?.Permissions ?? []),
            User = api is null ? null : apiProof?.Profile?.UserName ?? target.ApiCredential?.UserName,
            Database = database?.Place,
            IsDatabaseReadOnly = databaseProof?.Info is { } info ? !info.MayWriteSettings : null,
            Problem = failures.FirstOrDefault()?.Message,
            ConnectedAt = time.GetUtcNow(),
        };
        ConnectNotices.Tell(target, session, api, notices);
        return new ConnectOutcome(session, failures);
    }
}

using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Configuration;
using ListmonkPS.Core.Listmonk.Connecting.Routes;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Profiles;
using ListmonkPS.Core.Listmonk.Settings.Reloading;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>Connects to servers: reads the request, proves each access, makes the session.</summary>
/// <param name="time">Clock.</param>
/// <param name="environment">Environment variables: the LISTMONK_ ones stand over a config.toml, LISTMONKPS_HOME says where profiles are.</param>
internal sealed class ConnectionDoor(TimeProvider time, IReadOnlyDictionary<string, string> environment) : IConnectionDoor
{
    private readonly TargetReader _targets = new(new ConfigReader(environment, time), new RouteReader(new FileText(time)));
    private readonly ProfileFolder _profiles = new(
        Path.Combine(
            StateFolder.Find(
                name => environment.GetValueOrDefault(name),
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)),
            "profiles"),
        time);

    /// <inheritdoc/>
    public IReadOnlyList<string> Profiles => _profiles.Names();

    /// <inheritdoc/>
    public async Task<ConnectOutcome> ConnectAsync(ConnectRequest request, INoticeSink notices, CancellationToken cancellation)
    {
        if (request.SaveProfile is { } wanted)
            ProfileFolder.CheckName(wanted);
        if (request.Profile is { } profile)
            request = ProfileRequest.Of(request, profile, await _profiles.ReadAsync(profile, request.Timeout, cancellation));
        ConnectTarget target = await _targets.ReadAsync(request, cancellation);
        ListmonkApi? api = target.Uri is null ? null : new ListmonkApi(target.Uri, target.ApiCredential, request.Timeout, time, target.Route);
        ListmonkDatabase? database = target.Database is null ? null : new ListmonkDatabase(target.Database, request.Timeout, time)
        {
            MostOpenOfListmonk = target.Config is null ? null : DatabaseConfig.MostOpen(target.Config),
        };
        try
        {
            ConnectNotices.TellWay(target, api, notices);
            Task<ApiProof>? apiWork = api is null ? null : ApiProof.TryAsync(api, notices, cancellation);
            Task<DatabaseProof>? databaseWork = database is null ? null : DatabaseProof.TryAsync(database, cancellation);
            await Task.WhenAll(new Task?[] { apiWork, databaseWork }.OfType<Task>());
            ProvedAccess proved = new(
                target, api, database, apiWork is null ? null : await apiWork, databaseWork is null ? null : await databaseWork);
            ListmonkSession session = proved.ToSession(time);
            ConnectNotices.TellFound(target, session, proved, notices);
            Failure? unsaved = request.SaveProfile is null ? null : await SaveAsync(request, target, session, notices, cancellation);
            return new ConnectOutcome(session, [.. proved.Failures, .. unsaved is null ? (Failure[])[] : [unsaved]]);
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

    /// <summary>Saves what works; the failure of saving it stops nothing, since the session is there.</summary>
    private async Task<Failure?> SaveAsync(
        ConnectRequest request, ConnectTarget target, ListmonkSession session, INoticeSink notices, CancellationToken cancellation)
    {
        string name = request.SaveProfile!;
        if (session.Problem is not null)
        {
            notices.Warning(Texts.Format("notice.profile-not-saved", name));
            return null;
        }

        try
        {
            string path = await _profiles.SaveAsync(name, ConnectProfile.Of(request, target.Uri), cancellation);
            notices.Verbose(Texts.Format("notice.profile-saved", name, path));
            return null;
        }
        catch (FailureException exception)
        {
            return exception.Failure;
        }
    }
}

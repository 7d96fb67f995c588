using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Access;
using ListmonkPS.TestBench.StandIn.Database;
using ListmonkPS.TestBench.StandIn.Loaded;
using ListmonkPS.TestBench.StandIn.Log;
using ListmonkPS.TestBench.StandIn.OptIn;
using ListmonkPS.TestBench.StandIn.Settings;
using ListmonkPS.TestBench.StandIn.Smtp;
using ListmonkPS.TestBench.StandIn.Subscribers;
using Npgsql;

namespace ListmonkPS.TestBench.StandIn.Process;

/// <summary>
/// One life of the server, from a start to the reload or stop that ends it: settings and users as they were at the start, its own log ring, its
/// own SMTP pool.
/// </summary>
internal sealed class ListmonkProcess : IAsyncDisposable
{
    private readonly ProcessOptions _options;
    private readonly CancellationTokenSource _end = new();
    private readonly SmtpServers _servers;
    private readonly IMailDelivery _delivery;

    private ListmonkProcess(ProcessOptions options, ListmonkDatabase database, LoadedSettings settings, ILogin login, LogRing log)
    {
        (_options, Database, Settings, Login, Log) = (options, database, settings, login, log);
        _servers = new SmtpServers(settings, Quirks);
        _delivery = Quirks.SendsInRequest
            ? new DirectDelivery(_servers, log, _end.Token)
            : new QueuedDelivery(settings, _servers, log, _end.Token);
        Mailer = new OptInMailer(database, new OptInComposer(settings, Quirks), _delivery, log);
        Subscribers = new SubscriberStore(database, Quirks);
        Emails = new EmailRules(settings);
        SignUp = new PublicSignUp(database, Subscribers, Mailer, settings, Emails, Quirks);
    }

    public Quirks Quirks => _options.Quirks;

    public ListmonkDatabase Database { get; }

    /// <summary>Settings as loaded: these act.</summary>
    public LoadedSettings Settings { get; }

    /// <summary>Settings as stored: these are shown and written.</summary>
    public SettingStore StoredSettings => new(Database, Quirks);

    public ILogin Login { get; }

    public LogRing Log { get; }

    public OptInMailer Mailer { get; }

    public SubscriberStore Subscribers { get; }

    public EmailRules Emails { get; }

    public PublicSignUp SignUp { get; }

    /// <summary>Settings were stored but not loaded, since a campaign runs (G26).</summary>
    public bool NeedsRestart { get; set; }

    /// <summary>Asks for a reload, which comes after a while.</summary>
    public void RequestReload() => _options.RequestReload();

    /// <summary>Starts a life, or ends it at once as the version does with such rows (3.5).</summary>
    /// <exception cref="StartFailureException">It does not come up; the log has the message as its last line.</exception>
    public static async Task<ListmonkProcess> StartAsync(ProcessOptions options, NpgsqlDataSource source, LogRing log, CancellationToken ct)
    {
        Quirks quirks = options.Quirks;
        log.Write("main.go:103", $"{quirks.Version} (0000000 2026-06-26T00:00:00Z, linux/amd64)");
        log.Write("init.go:140", "reading config: config.toml");
        log.Write("init.go:300", $"connecting to db: {options.DatabasePlace}");
        ListmonkDatabase database = new(source);
        LoadedSettings settings = new(await ReadRowsAsync(database, ct), quirks);
        StartRules.Check(settings, quirks);
        log.Write("init.go:610", $"media upload provider: {settings.Text("upload.provider")}");
        foreach (SmtpBlock block in settings.Smtp)
            log.Write("init.go:520", $"{(quirks.SendsInRequest ? "initialized" : "loaded")} email (SMTP) messenger: {block.UserName}@{block.Host}");
        ILogin login = quirks.HasUsers
            ? await UserLogin.LoadAsync(database, quirks, ct)
            : new AdministratorLogin(options.AdminUser, options.AdminPassword);
        return new ListmonkProcess(options, database, settings, login, log);
    }

    /// <summary>Ends all sending, and with it what is queued (G27).</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _delivery.DisposeAsync();
        _servers.Dispose();
        _end.Dispose();
    }

    private static async Task<Dictionary<string, System.Text.Json.Nodes.JsonNode?>> ReadRowsAsync(ListmonkDatabase database, CancellationToken ct)
    {
        try
        {
            return await SettingStore.RowsAsync(database, ct);
        }
        catch (PostgresException e)
        {
            throw new StartFailureException($"error reading settings from DB: pq: {e.MessageText}");
        }
        catch (NpgsqlException e)
        {
            throw new StartFailureException($"error connecting to DB: {e.Message}");
        }
    }
}

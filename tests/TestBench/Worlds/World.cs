using System.Security.Cryptography;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.Smtp;
using ListmonkPS.TestBench.StandIn;
using Npgsql;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>
/// A disposable installation: a database of its own, a stand-in listmonk on it, a mail sink behind that, and a folder with the server's
/// configuration. Any number may exist at once.
/// </summary>
public sealed class World : IAsyncDisposable
{
    /// <summary>Of one pool; many worlds share one server.</summary>
    private const int MaxConnections = 15;
    private readonly PostgreSqlCluster _cluster;
    private readonly WorldFolder _folder;

    private World(PostgreSqlCluster cluster, WorldOptions options, Quirks quirks, string database, WorldFolder folder, MailSink mail)
    {
        (_cluster, _folder) = (cluster, folder);
        Options = options;
        DatabaseName = database;
        Mail = mail;
        ApiReader = quirks.HasUsers ? WorldRoles.ApiReader : ApiUser;
        ApiReaderToken = quirks.HasUsers ? SeededSecrets.ReaderToken : ApiToken;
        Secrets = SeededSecrets.Of(quirks, options.History);
        NpgsqlConnectionStringBuilder pool = Connection(DatabaseUser, DatabasePassword);
        pool.MaxPoolSize = MaxConnections;
        Database = NpgsqlDataSource.Create(pool);
        Server = new StandInServer(new StandInOptions
        {
            Version = options.Version,
            Database = pool,
            AdminUser = quirks.HasUsers ? "" : ApiUser,
            AdminPassword = quirks.HasUsers ? "" : ApiToken,
            ReloadDelay = options.ReloadDelay,
            Downtime = options.Downtime,
        });
    }

    /// <summary>Tells worlds apart.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    /// <summary>What it was asked to be.</summary>
    public WorldOptions Options { get; }

    /// <summary>Address of the stand-in.</summary>
    public Uri Uri => Server.Uri;

    /// <summary>API user who may do all that the module does; up to v3 the administrator.</summary>
    public string ApiUser { get; } = WorldRoles.ApiUser;

    /// <summary>His token; up to v3 the administrator's password.</summary>
    public string ApiToken { get; } = SeededSecrets.ApiToken;

    /// <summary>API user who may only read settings, lists and subscribers; up to v3 the administrator again.</summary>
    public string ApiReader { get; }

    /// <summary>Token of <see cref="ApiReader"/>.</summary>
    public string ApiReaderToken { get; }

    /// <summary>Host of the database server.</summary>
    public string DatabaseHost => _cluster.Host;

    /// <summary>Port of the database server.</summary>
    public int DatabasePort => _cluster.Port;

    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; }

    /// <summary>Role that owns database and tables.</summary>
    public string DatabaseUser { get; } = WorldRoles.Owner;

    /// <summary>Password of <see cref="DatabaseUser"/>.</summary>
    public string DatabasePassword { get; } = SeededSecrets.DatabaseOwner;

    /// <summary>Role that may only select.</summary>
    public string ReadUser { get; } = WorldRoles.Reader;

    /// <summary>Password of <see cref="ReadUser"/>.</summary>
    public string ReadPassword { get; } = SeededSecrets.DatabaseReader;

    /// <summary>Connection string of the owner, without the password.</summary>
    public string ConnectionString => Connection(DatabaseUser, null).ConnectionString;

    /// <summary>Connection string of the reader, without the password.</summary>
    public string ReadConnectionString => Connection(ReadUser, null).ConnectionString;

    /// <summary>Connections of the owner, for tests to look and to meddle.</summary>
    public NpgsqlDataSource Database { get; }

    /// <summary>A folder that goes with the world.</summary>
    public string Folder => _folder.Path;

    /// <summary>The server's config.toml.</summary>
    public string ConfigPath { get; private set; } = "";

    /// <summary>Where mail of the stand-in arrives; in a <see cref="WorldHistory.Fresh"/> world the settings do not point here.</summary>
    public MailSink Mail { get; }

    /// <summary>The DNS server that the world is in, as address:port: it knows the domain of a lived-in world.</summary>
    public string DnsServer { get; } = BenchZone.EndPoint.ToString();

    /// <summary>The stand-in.</summary>
    public StandInServer Server { get; }

    /// <summary>Every secret that the world was seeded with: none of these may show anywhere.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Makes a world and starts it.</summary>
    /// <param name="options">What it shall be like; healthy v6.2.0 when null.</param>
    /// <param name="ct">Ends the making.</param>
    /// <exception cref="ArgumentException">The quirk table has no row for this version.</exception>
    public static async Task<World> CreateAsync(WorldOptions? options = null, CancellationToken ct = default)
    {
        options ??= new WorldOptions();
        Quirks quirks = QuirkTable.Rows.FirstOrDefault(row => row.Version.Text == options.Version)
            ?? throw new ArgumentException($"There is no stand-in for {options.Version}.", nameof(options));
        PostgreSqlCluster cluster = options.Cluster ?? await PostgreSqlCluster.SharedAsync(ct);
        WorldTemplate template = new(options, quirks, options.Now ?? TimeProvider.System.GetUtcNow());
        string database = await cluster.CloneAsync(await cluster.TemplateAsync(template.Key, template.BuildAsync, ct), ct);
        MailSink mail = await MailSink.StartAsync(LivedInSettings.SmtpUser, SeededSecrets.Smtp, ct: ct);
        World world = new(cluster, options, quirks, database, await WorldFolder.MakeAsync(cluster, ct), mail);
        try
        {
            await world.StartAsync(quirks, ct);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs SQL as the owner and gives the number of rows changed.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken ct = default)
    {
        await using NpgsqlCommand command = Database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Runs SQL as the owner and gives the first column of the first row; default for none and for null.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken ct = default)
    {
        await using NpgsqlCommand command = Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(ct) is T value ? value : default;
    }

    /// <summary>Has the settings name a scripted mail server, in the clear; a stand-in that runs takes it at its next load.</summary>
    public Task<int> NameMailServerAsync(ScriptedSmtpServer server, CancellationToken ct = default)
    {
        string block = $$"""{"port": {{server.Port}}, "username": "{{server.LogIn.User}}", "password": "{{server.LogIn.Password}}", "auth_protocol": "plain", "tls_type": "none"}""";
        return ExecuteAsync($$"""update settings set value = jsonb_set(value, '{0}', (value -> 0) || '{{block}}') where key = 'smtp'""", ct);
    }

    /// <summary>Adds an API user with a role of his own and has the server load him (4.1); since v4.</summary>
    /// <param name="name">His name, and that of the role.</param>
    /// <param name="token">His token.</param>
    /// <param name="rights">What he may do.</param>
    /// <param name="ct">Ends it.</param>
    public async Task AddApiUserAsync(string name, string token, IReadOnlyList<string> rights, CancellationToken ct = default)
    {
        await using NpgsqlConnection owner = await Database.OpenConnectionAsync(ct);
        await WorldRoles.AddApiUserAsync(owner, QuirkTable.For(ListmonkVersion.Parse(Options.Version)), name, token, rights, ct);
        await Server.ReloadAsync(ct);
    }

    /// <summary>Ends server and sink, drops the database, deletes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Mail.DisposeAsync();
        await Database.DisposeAsync();
        await _cluster.DropAsync(DatabaseName);
        await _folder.DisposeAsync();
    }

    private async Task StartAsync(Quirks quirks, CancellationToken ct)
    {
        await OwnAsync(ct);
        if (Options.History != WorldHistory.Fresh)
            await ExecuteAsync($"update settings set value = jsonb_set(value, '{{0,port}}', '{Mail.Port}') where key = 'smtp'", ct);
        await Server.StartAsync(ct);
        if (Server.StartFailure is { } failure)
            throw new InvalidOperationException($"The stand-in did not start: {failure}");
        ConfigPath = await WorldConfig.WriteAsync(this, hasAdministrator: !quirks.HasUsers, ct);
    }

    /// <summary>A clone belongs to who made it; the owner of the tables must own it to make schemas in it.</summary>
    private async Task OwnAsync(CancellationToken ct)
    {
        NpgsqlConnectionStringBuilder once = new(_cluster.ConnectionString(DatabaseName)) { Pooling = false };
        await using NpgsqlConnection superuser = new(once.ConnectionString);
        await superuser.OpenAsync(ct);
        await using NpgsqlCommand command = new($"alter database \"{DatabaseName}\" owner to {DatabaseUser}", superuser);
        await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlConnectionStringBuilder Connection(string user, string? password) => new()
    {
        Host = DatabaseHost,
        Port = DatabasePort,
        Database = DatabaseName,
        Username = user,
        Password = password,
    };
}

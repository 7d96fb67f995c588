using System.Net;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.StandIn.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>People who wait, in a PostgreSQL that brings every commit to the disk, a ledger beside them, and an API that takes its time for a resend.</summary>
internal sealed class ResendWorld : IAsyncDisposable
{
    /// <summary>As much of listmonk's tables as is asked for just before a mail.</summary>
    private const string Tables = """
        CREATE TYPE list_optin AS ENUM ('single', 'double');
        CREATE TYPE subscription_status AS ENUM ('unconfirmed', 'confirmed', 'unsubscribed');
        CREATE TABLE lists (id serial PRIMARY KEY, uuid uuid NOT NULL DEFAULT gen_random_uuid(), name text NOT NULL, type text NOT NULL, optin list_optin NOT NULL, status text NOT NULL);
        CREATE TABLE subscribers (id serial PRIMARY KEY, uuid uuid NOT NULL DEFAULT gen_random_uuid(), email text NOT NULL, name text NOT NULL, status text NOT NULL);
        CREATE TABLE subscriber_lists (subscriber_id int NOT NULL, list_id int NOT NULL, status subscription_status NOT NULL, updated_at timestamptz DEFAULT now(), PRIMARY KEY (subscriber_id, list_id));
        INSERT INTO lists (name, type, optin, status) VALUES ('Weekly', 'public', 'double', 'active');
        """;

    private readonly PostgreSqlCluster _cluster;
    private readonly LoopbackWeb _web;
    private int _run;

    private ResendWorld(PostgreSqlCluster cluster, ListmonkDatabase database, PostgresLedger ledger, LoopbackWeb web, ResendTarget[] people)
    {
        (_cluster, Database, Ledger, _web, People) = (cluster, database, ledger, web, people);
        Server = new ListmonkServer
        {
            Name = "bench",
            Uri = Uri,
            Api = new ListmonkApi(Uri, new NetworkCredential("u", "t"), TimeSpan.FromSeconds(30), TimeProvider.System),
            Version = ListmonkVersion.Parse("v6.2.0"),
            Time = TimeProvider.System,
        };
    }

    /// <summary>Address of the API.</summary>
    public Uri Uri => new($"http://127.0.0.1:{_web.Port}/");

    /// <summary>The server as the sender knows it.</summary>
    public ListmonkServer Server { get; }

    /// <summary>The database.</summary>
    public ListmonkDatabase Database { get; }

    /// <summary>The ledger.</summary>
    public PostgresLedger Ledger { get; }

    /// <summary>Everybody.</summary>
    public ResendTarget[] People { get; }

    /// <summary>Makes it.</summary>
    /// <param name="people">How many wait.</param>
    /// <param name="pause">Time that the API takes for a resend.</param>
    /// <param name="cancellation">Ends the making.</param>
    public static async Task<ResendWorld> CreateAsync(int people, TimeSpan pause, CancellationToken cancellation)
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.StartAsync(cancellation);
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        foreach (string setting in (string[])["fsync = on", "synchronous_commit = on", "full_page_writes = on"])
            await ExecuteAsync(source, "ALTER SYSTEM SET " + setting, cancellation);
        await ExecuteAsync(source, "SELECT pg_reload_conf()", cancellation);
        await ExecuteAsync(source, Tables, cancellation);
        await ExecuteAsync(source, $"INSERT INTO subscribers (email, name, status) SELECT 'p' || n || '@example.org', 'P', 'enabled' FROM generate_series(1, {people}) n", cancellation);
        await ExecuteAsync(source, "INSERT INTO subscriber_lists (subscriber_id, list_id, status) SELECT id, 1, 'unconfirmed' FROM subscribers; ANALYZE", cancellation);
        ListmonkDatabase database = new(new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres")), TimeSpan.FromSeconds(30), TimeProvider.System);
        PostgresLedger ledger = await new PostgresLedgerOpening(database, "server", TimeProvider.System).OpenAsync(ownsDatabase: false, cancellation);
        LoopbackWeb web = await LoopbackWeb.StartAsync(0, app => app.Run(http => AnswerAsync(http, pause)), cancellation);
        return new ResendWorld(cluster, database, ledger, web, await PeopleAsync(source, cancellation));
    }

    /// <summary>A new run of everybody.</summary>
    public async Task<LedgerRun> NewRunAsync(CancellationToken cancellation)
    {
        LedgerRun run = await Ledger.CreateAsync(new RunIdentity($"run-{++_run}", ResendRoute.Api, "account", "", ""), cancellation);
        await Ledger.AddAsync(run, People, cancellation);
        return run;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Server.Api!.Dispose();
        await Ledger.DisposeAsync();
        await Database.DisposeAsync();
        await _web.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext http, TimeSpan pause)
    {
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, http.RequestAborted);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("{\"data\":true}", http.RequestAborted);
    }

    private static async Task<ResendTarget[]> PeopleAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = source.CreateCommand("SELECT id, uuid FROM subscribers ORDER BY id");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<ResendTarget> people = [];
        while (await reader.ReadAsync(cancellation))
            people.Add(new ResendTarget(reader.GetInt32(0), reader.GetGuid(1)));
        return [.. people];
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

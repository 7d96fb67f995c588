using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Dns.Servers;
using ListmonkPS.TestBench.Smtp;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.Control;

/// <summary>Lets another process on this machine, a pwsh with tests in it, make worlds and look into them. Guarded by a token of its own.</summary>
public sealed class ControlServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, World> _worlds = new();
    private readonly ConcurrentBag<FaultServer> _faults = [];
    private readonly ConcurrentDictionary<int, ScriptedSmtpServer> _mailServers = new();
    private readonly NetworkCalls _network;
    private readonly ConcurrentBag<ZoneServer> _zones = [];
    private LoopbackWeb? _web;

    private ControlServer() => _network = new NetworkCalls(this);

    /// <summary>Where it listens.</summary>
    public Uri Uri => new($"http://127.0.0.1:{_web!.Port}/");

    /// <summary>The DNS server that worlds are in, as address:port.</summary>
    public string DnsServer { get; } = BenchZone.EndPoint.ToString();

    /// <summary>What every call must bring as "Authorization: Bearer TOKEN".</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Starts one.</summary>
    public static async Task<ControlServer> StartAsync(CancellationToken ct = default)
    {
        ControlServer control = new();
        control._web = await LoopbackWeb.StartAsync(0, control.Map, ct);
        return control;
    }

    /// <summary>Ends it and all worlds and faults that it made.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_web is not null)
            await _web.DisposeAsync();
        await _network.DisposeAsync();
        foreach (World world in _worlds.Values)
            await world.DisposeAsync();
        foreach (FaultServer fault in _faults)
            await fault.DisposeAsync();
        foreach (ZoneServer zone in _zones)
            await zone.DisposeAsync();
        foreach (ScriptedSmtpServer mailServer in _mailServers.Values)
            await mailServer.DisposeAsync();
    }

    /// <summary>The world with this id.</summary>
    /// <exception cref="ControlException">404: there is none.</exception>
    internal World Find(string id) => _worlds.TryGetValue(id, out World? world)
        ? world
        : throw new ControlException(StatusCodes.Status404NotFound, $"There is no world {id}.");

    internal async Task<World> CreateAsync(WorldOptions options, CancellationToken ct)
    {
        World world = await World.CreateAsync(options, ct);
        _worlds[world.Id] = world;
        return world;
    }

    internal async Task EndAsync(string id)
    {
        if (_worlds.TryRemove(id, out World? world))
            await world.DisposeAsync();
    }

    internal FaultServer AddFault(FaultKind kind)
    {
        FaultServer fault = FaultServer.Start(kind);
        _faults.Add(fault);
        return fault;
    }

    internal ZoneServer AddZone(Zone zone)
    {
        ZoneServer server = new(zone);
        _zones.Add(server);
        return server;
    }

    internal ScriptedSmtpServer AddMailServer(SmtpScript script)
    {
        ScriptedSmtpServer server = ScriptedSmtpServer.Start(script);
        _mailServers[server.Port] = server;
        return server;
    }

    /// <summary>The mail server at this port.</summary>
    /// <exception cref="ControlException">404: there is none.</exception>
    internal ScriptedSmtpServer FindMailServer(int port) => _mailServers.TryGetValue(port, out ScriptedSmtpServer? server)
        ? server
        : throw new ControlException(StatusCodes.Status404NotFound, $"There is no mail server at port {port}.");

    private void Map(WebApplication app)
    {
        app.Use(async (http, next) =>
        {
            if (http.Request.Headers.Authorization != $"Bearer {Token}")
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
            try
            {
                await next(http);
            }
            catch (ControlException e)
            {
                http.Response.StatusCode = e.Status;
                await http.Response.WriteAsync(e.Message, http.RequestAborted);
            }
        });
        new WorldCalls(this).Map(app);
        new MailServerCalls(this).Map(app);
        _network.Map(app);
        app.MapPost("/zones", AddZoneAsync);
    }

    /// <summary>Serves a zone given in the form of the conformance cases.</summary>
    private async Task AddZoneAsync(HttpContext http)
    {
        try
        {
            using JsonDocument zone = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            await http.Response.WriteAsJsonAsync(new { address = AddZone(ZoneJson.Read(zone.RootElement)).EndPoint.ToString() }, http.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new ControlException(StatusCodes.Status400BadRequest, e.Message);
        }
    }
}

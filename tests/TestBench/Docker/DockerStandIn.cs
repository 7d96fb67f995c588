using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ListmonkPS.TestBench.Docker;

/// <summary>Speaks the Docker Engine API as far as logs need it (external contracts 1), on a TCP port or a Unix socket. The log goes out in frames and pieces cut at random.</summary>
public sealed class DockerStandIn : IAsyncDisposable
{
    private const int LongestPiece = 40;
    private static readonly string[] DatabaseNames = ["/listmonk_db"];
    private static readonly string[] AppNames = ["/listmonk_app"];
    private readonly WebApplication _app;
    private readonly string _log;
    private readonly bool _hasTerminal;
    private readonly DockerFault _fault;
    private readonly int _seed;
    private readonly string? _socket;

    private DockerStandIn(string? socket, string log, bool hasTerminal, DockerFault fault, int seed)
    {
        (_socket, _log, _hasTerminal, _fault, _seed) = (socket, log, hasTerminal, fault, seed);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            if (socket is null)
                kestrel.Listen(IPAddress.Loopback, 0);
            else
                kestrel.ListenUnixSocket(socket);
        });
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.Use(BeforeAsync);
        _app.MapGet("/_ping", PingAsync);
        _app.MapGet("/v1.44/containers/json", http => http.Response.WriteAsync(Containers));
        _app.MapGet("/v1.44/containers/{id}/json", http => http.Response.WriteAsync(JsonSerializer.Serialize(new { Config = new { Tty = _hasTerminal } })));
        _app.MapGet("/v1.44/containers/{id}/logs", LogAsync);
    }

    /// <summary>Address as DOCKER_HOST has it.</summary>
    public string Host => _socket is null
        ? _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("http://", "tcp://", StringComparison.Ordinal)
        : "unix://" + _socket;

    /// <summary>The paths with queries that were asked for.</summary>
    public List<string> Requests { get; } = [];

    private static string Containers => JsonSerializer.Serialize(new object[]
    {
        new { Id = new string('a', 64), Names = DatabaseNames, Image = "postgres:17-alpine", State = "running" },
        new { Id = new string('b', 64), Names = AppNames, Image = "docker.io/listmonk/listmonk:latest", State = "running" },
    });

    /// <summary>Starts one.</summary>
    /// <param name="log">Its container's log: lines with stamps as Docker puts them.</param>
    /// <param name="socket">Path of a Unix socket; null for a TCP port.</param>
    /// <param name="hasTerminal">True for a log without frames.</param>
    /// <param name="fault">What it does wrongly.</param>
    /// <param name="seed">Chooses where it is cut.</param>
    public static async Task<DockerStandIn> StartAsync(string log, string? socket = null, bool hasTerminal = false, DockerFault fault = DockerFault.None, int seed = 1)
    {
        DockerStandIn docker = new(socket, log, hasTerminal, fault, seed);
        await docker._app.StartAsync();
        return docker;
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task BeforeAsync(HttpContext http, RequestDelegate next)
    {
        lock (Requests)
            Requests.Add(http.Request.Path + http.Request.QueryString);
        if (_fault == DockerFault.Silent)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            http.Abort();
            return;
        }

        if (_fault == DockerFault.Page)
            await http.Response.WriteAsync("<html><body>Welcome to nginx!</body></html>", http.RequestAborted);
        else
            await next(http);
    }

    private Task PingAsync(HttpContext http)
    {
        http.Response.Headers["Api-Version"] = _fault == DockerFault.OldVersion ? "1.24" : "1.51";
        return http.Response.WriteAsync("OK");
    }

    private async Task LogAsync(HttpContext http)
    {
        try
        {
            Random random = new(_seed);
            byte[] bytes = _fault switch
            {
                DockerFault.EndlessLine => Frame(1, [.. "2025-05-08T10:00:00.123456789Z "u8, .. Enumerable.Repeat((byte)'x', 300_000)]),
                DockerFault.CutFrame => Frames(random)[..^3],
                DockerFault.OddFrame => [.. Frames(random), 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
                DockerFault.SystemError => [.. Frames(random), .. Frame(3, "error from daemon in stream\n"u8.ToArray())],
                _ => _hasTerminal ? Encoding.UTF8.GetBytes(_log.Replace("\n", "\r\n", StringComparison.Ordinal)) : Frames(random),
            };
            for (int at = 0; at < bytes.Length;)
            {
                int count = Math.Min(_fault == DockerFault.EndlessLine ? 60_000 : random.Next(1, LongestPiece), bytes.Length - at);
                await http.Response.Body.WriteAsync(bytes.AsMemory(at, count), http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                at += count;
            }

            if (http.Request.Query.ContainsKey("follow"))
                await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader has enough.
        }
    }

    /// <summary>The whole log, a frame ending anywhere, also within a character; in one stream, so that the order of lines is certain.</summary>
    private byte[] Frames(Random random)
    {
        byte[] log = Encoding.UTF8.GetBytes(_log);
        List<byte> frames = [];
        for (int at = 0; at < log.Length;)
        {
            int count = Math.Min(random.Next(1, 200), log.Length - at);
            frames.AddRange(Frame(1, log[at..(at + count)]));
            at += count;
        }

        return [.. frames];
    }

    private static byte[] Frame(byte stream, byte[] content)
    {
        byte[] frame = new byte[8 + content.Length];
        frame[0] = stream;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)content.Length);
        content.CopyTo(frame, 8);
        return frame;
    }
}

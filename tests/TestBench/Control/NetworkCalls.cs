using System.Collections.Concurrent;
using System.Net;
using ListmonkPS.TestBench.Docker;
using ListmonkPS.TestBench.Network;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ListmonkPS.TestBench.Control;

/// <summary>What stands between a client and a world, or beside it: TLS in front of it, forward proxies, Docker.</summary>
internal sealed class NetworkCalls(ControlServer control) : IAsyncDisposable
{
    private readonly ConcurrentBag<TlsFront> _fronts = [];
    private readonly ConcurrentDictionary<int, ForwardProxy> _proxies = new();
    private readonly ConcurrentBag<DockerStandIn> _dockers = [];
    private readonly Lazy<CertificateMaker> _certificates = new(() => new CertificateMaker());

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/worlds/{id}/tls", AddFrontAsync);
        app.MapPost("/proxies", AddProxyAsync);
        app.MapPost("/dockers", AddDockerAsync);
        app.MapGet("/proxies/{port}", ShowProxyAsync);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (TlsFront front in _fronts)
            await front.DisposeAsync();
        foreach (ForwardProxy proxy in _proxies.Values)
            await proxy.DisposeAsync();
        foreach (DockerStandIn docker in _dockers)
            await docker.DisposeAsync();
        if (_certificates.IsValueCreated)
            _certificates.Value.Dispose();
    }

    private Task AddFrontAsync(HttpContext http)
    {
        if (!Enum.TryParse(http.Request.Query["kind"], out CertificateKind kind))
            throw new ControlException(StatusCodes.Status400BadRequest, $"The kind is none of {string.Join(", ", Enum.GetNames<CertificateKind>())}.");
        TlsFront front = TlsFront.Start(control.Find((string)http.Request.RouteValues["id"]!).Uri, _certificates.Value.Make(kind));
        _fronts.Add(front);
        return http.Response.WriteAsJsonAsync(
            new { uri = front.Uri, sha256 = front.Sha256, sha1 = front.Sha1, authority = _certificates.Value.AuthorityPem }, http.RequestAborted);
    }

    private Task AddProxyAsync(HttpContext http)
    {
        string user = http.Request.Query["user"].ToString();
        ForwardProxy proxy = ForwardProxy.Start(user.Length == 0 ? null : new NetworkCredential(user, http.Request.Query["password"].ToString()));
        _proxies[proxy.Uri.Port] = proxy;
        return http.Response.WriteAsJsonAsync(new { uri = proxy.Uri, port = proxy.Uri.Port }, http.RequestAborted);
    }

    /// <summary>The body is the log of its container.</summary>
    private async Task AddDockerAsync(HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        string log = await reader.ReadToEndAsync(http.RequestAborted);
        if (!Enum.TryParse(http.Request.Query["fault"], out DockerFault fault))
            throw new ControlException(StatusCodes.Status400BadRequest, $"The fault is none of {string.Join(", ", Enum.GetNames<DockerFault>())}.");
        DockerStandIn docker = await DockerStandIn.StartAsync(log, fault: fault);
        _dockers.Add(docker);
        await http.Response.WriteAsJsonAsync(new { host = docker.Host }, http.RequestAborted);
    }

    private Task ShowProxyAsync(HttpContext http) =>
        int.TryParse((string?)http.Request.RouteValues["port"], out int port) && _proxies.TryGetValue(port, out ForwardProxy? proxy)
            ? http.Response.WriteAsJsonAsync(proxy.Requests, http.RequestAborted)
            : throw new ControlException(StatusCodes.Status404NotFound, "There is no such proxy.");
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ListmonkPS.TestBench.StandIn.Http;

/// <summary>A web server on 127.0.0.1 and nothing around it: no configuration, no logging, a port that the system gives.</summary>
public sealed class LoopbackWeb : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RebindPause = TimeSpan.FromMilliseconds(20);
    private const int RebindAttempts = 250;
    private readonly WebApplication _app;

    private LoopbackWeb(WebApplication app) => _app = app;

    /// <summary>The port it listens on.</summary>
    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <summary>Starts listening.</summary>
    /// <param name="port">The port; 0 lets the system choose. One that is still held for a moment is tried again for some seconds.</param>
    /// <param name="map">Maps middleware and routes.</param>
    /// <param name="ct">Ends the attempts.</param>
    public static async Task<LoopbackWeb> StartAsync(int port, Action<WebApplication> map, CancellationToken ct = default)
    {
        for (int attempt = 1; ; attempt++)
        {
            LoopbackWeb web = new(Build(port, map));
            try
            {
                await web._app.StartAsync(ct);
                return web;
            }
            catch (IOException e) when (e.InnerException is AddressInUseException && port != 0 && attempt < RebindAttempts)
            {
                await web.DisposeAsync();
            }
            await Task.Delay(RebindPause, ct);
        }
    }

    /// <summary>Closes the port; calls that are under way get three seconds to end, as by listmonk.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(int port, Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        WebApplication app = builder.Build();
        map(app);
        return app;
    }
}

using System.Net;
using ListmonkPS.Core.Tests.Safety;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>A session on a world, by one access or both, with the least rights that a diagnosis needs.</summary>
internal sealed class WorldSession(ListmonkCore core, ListmonkSession session) : IAsyncDisposable
{
    public ListmonkSession Session => session;

    /// <summary>Options of a diagnosis that asks the DNS server of the bench; a test never asks a real one.</summary>
    public static DiagnosisOptions Options => new() { Dns = new DnsOptions { Servers = [BenchZone.EndPoint.ToString()] } };

    public static Task<WorldSession> ConnectAsync(World world, Access access) => ConnectAsync(NewCore(), new ConnectRequest
    {
        Uri = access.HasFlag(Access.Api) ? world.Uri : null,
        ApiCredential = new NetworkCredential(world.ApiReader, world.ApiReaderToken),
        ConnectionString = access.HasFlag(Access.Database) ? world.ReadConnectionString : null,
        DatabaseCredential = new NetworkCredential(world.ReadUser, world.ReadPassword),
    });

    public static async Task<WorldSession> ConnectAsync(ListmonkCore core, ConnectRequest request)
    {
        ConnectOutcome outcome = await core.Connections.ConnectAsync(request, new SilentNotices(), TestContext.Current.CancellationToken);
        return new WorldSession(core, outcome.Session);
    }

    /// <summary>A core on whose clock nothing is late because this machine is busy.</summary>
    public static ListmonkCore NewCore() => new(new SlowTime());

    public async Task<IReadOnlyList<ListmonkCheck>> DiagnoseAsync(DiagnosisOptions? options = null) =>
        await core.Diagnosis.RunAsync(session, options ?? Options, new SilentNotices(), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await core.Connections.DisconnectAsync(session);
}

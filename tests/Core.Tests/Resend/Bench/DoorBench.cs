using System.Net;
using ListmonkPS.Core.Listmonk.Connecting;
using ListmonkPS.Core.Resend;
using ListmonkPS.Core.Resend.Opening;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.TestBench.Worlds;
using Npgsql;

namespace ListmonkPS.Core.Tests.Resend.Bench;

/// <summary>A session with a world, everybody who waits there, and the door through which they are mailed.</summary>
internal sealed class DoorBench : IAsyncDisposable
{
    private readonly ConnectionDoor _connections = new(TimeProvider.System, new Dictionary<string, string>());
    private readonly ResendDoor _door;

    private DoorBench(string journals) => _door = new ResendDoor(new LedgerOpening(journals));

    public ListmonkSession Session { get; private set; } = null!;

    /// <summary>Who waits, by number.</summary>
    public ResendTarget[] People { get; private set; } = [];

    public HeardNotices Notices { get; } = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static async Task<DoorBench> ConnectAsync(World world, bool withApi, bool withDatabase, NetworkCredential? credential = null, string? journals = null, Uri? uri = null)
    {
        DoorBench bench = new(journals ?? world.Folder);
        ConnectRequest request = new();
        if (withApi)
            request = request with { Uri = uri ?? world.Uri, ApiCredential = credential ?? new NetworkCredential(world.ApiUser, world.ApiToken) };
        if (withDatabase)
            request = request with { ConnectionString = world.ConnectionString, DatabaseCredential = new NetworkCredential(world.DatabaseUser, world.DatabasePassword) };
        bench.Session = (await bench._connections.ConnectAsync(request, bench.Notices, Test)).Session;
        bench.People = await PeopleAsync(world);
        return bench;
    }

    public Task<ResendPlan> PlanAsync(ResendRequest request, IReadOnlyList<ResendTarget>? people = null) =>
        _door.PlanAsync(Session, request, people ?? People, Notices, Test);

    public IReadOnlyList<PlanClash> Compare(params (ListmonkSession Session, ResendPlan Plan)[] plans) => _door.Compare(plans);

    public async Task<ResendEnd> SendAsync(ResendRequest request, Action<OptInResend>? each = null, IReadOnlyList<ResendTarget>? people = null, CancellationToken? stop = null) =>
        await SendAsync(await PlanAsync(request, people), each, stop);

    public Task<ResendEnd> SendAsync(ResendPlan plan, Action<OptInResend>? each = null, CancellationToken? stop = null) =>
        _door.SendAsync(Session, plan, each, Notices, stop ?? Test);

    /// <summary>Names of the runs in the ledger.</summary>
    public async Task<string[]> RunsAsync()
    {
        List<string> names = [];
        await foreach (OptInResendRun run in _door.FindRunsAsync(Session, new OptInResendFilter(), Notices, Test))
            names.Add(run.Run);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    public Task SavePlanAsync(ResendPlan plan, string path) => _door.SavePlanAsync(plan, path, noClobber: false, Test);

    public async ValueTask DisposeAsync() => await _connections.DisconnectAsync(Session);

    private static async Task<ResendTarget[]> PeopleAsync(World world)
    {
        await using NpgsqlCommand command = world.Database.CreateCommand("""
            select distinct s.id, s.uuid from subscribers s join subscriber_lists m on m.subscriber_id = s.id join lists l on l.id = m.list_id
            where l.optin = 'double' and m.status = 'unconfirmed' and s.status = 'enabled' order by s.id
            """);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(Test);
        List<ResendTarget> people = [];
        while (await row.ReadAsync(Test))
            people.Add(new ResendTarget(row.GetInt32(0), row.GetGuid(1)));
        return [.. people];
    }
}

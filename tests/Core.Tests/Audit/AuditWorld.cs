using ListmonkPS.Core.Audit;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Audit;

/// <summary>A world with the door to its baselines.</summary>
internal sealed class AuditWorld : IAsyncDisposable
{
    private AuditWorld(SettingWorld settings)
    {
        Settings = settings;
        Door = new AuditDoor(settings.StateFolder);
    }

    public SettingWorld Settings { get; }

    public AuditDoor Door { get; set; }

    public string BaselinePath => Path.Combine(Settings.World.Folder, "baseline.json");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<AuditWorld> CreateAsync(string version = "v6.2.0", WorldHistory history = WorldHistory.Empty) =>
        new(await SettingWorld.CreateAsync(version, history));

    public Task<string> ExportAsync(Access access, bool noClobber = false) =>
        Door.ExportAsync(Settings.Session(access), new BaselineTarget(BaselinePath, noClobber), Settings.Notices, Stop);

    public Task<IReadOnlyList<ListmonkSettingDifference>> CompareAsync(Access access, ComparisonReference? reference = null) =>
        Door.CompareAsync(Settings.Session(access), reference ?? new ComparisonReference(BaselinePath), Settings.Notices, Stop);

    public Task<string> TextAsync() => File.ReadAllTextAsync(BaselinePath, Stop);

    public ValueTask DisposeAsync() => Settings.DisposeAsync();
}

using ListmonkPS.TestBench.PostgreSql;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>What a world shall be like. Worlds with the same options start from the same rows.</summary>
public sealed record WorldOptions
{
    /// <summary>Version of listmonk: one that the quirk table has a row for.</summary>
    public string Version { get; init; } = "v6.2.0";

    /// <summary>What happened before.</summary>
    public WorldHistory History { get; init; } = WorldHistory.Healthy;

    /// <summary>Number of people; counts for <see cref="WorldHistory.Healthy"/> and <see cref="WorldHistory.SwitchOff"/>.</summary>
    public int Subscribers { get; init; } = 200;

    /// <summary>From a saved setting to the restart; half a second in listmonk.</summary>
    public TimeSpan ReloadDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a restart refuses connections at least; about 100 ms in listmonk.</summary>
    public TimeSpan Downtime { get; init; } = TimeSpan.FromMilliseconds(80);

    /// <summary>Chooses names and times.</summary>
    public int RandomSeed { get; init; } = 1995;

    /// <summary>A cluster of its own, which may crash; the shared one when null.</summary>
    public PostgreSqlCluster? Cluster { get; init; }

    /// <summary>The end of the history; the real time when null.</summary>
    public DateTimeOffset? Now { get; init; }
}

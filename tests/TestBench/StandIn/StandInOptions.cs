using Npgsql;

namespace ListmonkPS.TestBench.StandIn;

/// <summary>What a stand-in is started with, as listmonk is with its config.toml.</summary>
public sealed record StandInOptions
{
    /// <summary>The version that it behaves as: one of the quirk table's.</summary>
    public required string Version { get; init; }

    /// <summary>Connection to the database, as the owner of its tables.</summary>
    public required NpgsqlConnectionStringBuilder Database { get; init; }

    /// <summary>Admin name of the configuration; counts up to v3, where an empty one means no log-in at all (G38).</summary>
    public string AdminUser { get; init; } = "";

    /// <summary>Admin password of the configuration.</summary>
    public string AdminPassword { get; init; } = "";

    /// <summary>From the answer to a save until the listener closes; 500 ms in listmonk.</summary>
    public TimeSpan ReloadDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a reload refuses connections at least; 60 to 140 ms in listmonk.</summary>
    public TimeSpan Downtime { get; init; } = TimeSpan.FromMilliseconds(80);

    /// <summary>Clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

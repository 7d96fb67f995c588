namespace ListmonkPS.Core.Listmonk.Database.Health.Reading;

/// <summary>What PostgreSQL tells of itself and of listmonk's tables, before it is judged.</summary>
internal sealed record DatabaseHealth
{
    /// <summary>True while the server recovers or follows another one: it takes no changes.</summary>
    public bool IsRecovering { get; init; }

    /// <summary>Where default_transaction_read_only is on for others than us: "server" or "database"; null when it is not.</summary>
    public string? ReadOnlyBy { get; init; }

    /// <summary>Most connections that the server takes, those kept for superusers left out.</summary>
    public int MostConnections { get; init; }

    /// <summary>True when our role may see what other sessions do.</summary>
    public bool SeesSessions { get; init; }

    /// <summary>Role that listmonk's tables belong to, which is the one that it logs in with as a rule.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Fastest of a few round trips.</summary>
    public TimeSpan RoundTrip { get; init; }

    /// <summary>All client sessions of the server but ours.</summary>
    public IReadOnlyList<SessionRow> Sessions { get; init; } = [];

    /// <summary>Sessions of this database that wait for a lock.</summary>
    public IReadOnlyList<BlockedRow> Blocked { get; init; } = [];

    /// <summary>listmonk's tables.</summary>
    public IReadOnlyList<TableRow> Tables { get; init; } = [];

    /// <summary>The sequences of their numbers.</summary>
    public IReadOnlyList<SequenceRow> Sequences { get; init; } = [];

    /// <summary>Size of the database in bytes; null when our role may not ask.</summary>
    public long? Size { get; init; }

    /// <summary>Data folder of the server; null when our role may not see it.</summary>
    public string? DataFolder { get; init; }

    /// <summary>When somebody last came onto a list, among the newest subscribers; null when nobody did.</summary>
    public DateTimeOffset? LastSignUp { get; init; }

    /// <summary>Subscriptions that were made in the last 24 hours, among the newest subscribers.</summary>
    public long SignUpsOfDay { get; init; }
}

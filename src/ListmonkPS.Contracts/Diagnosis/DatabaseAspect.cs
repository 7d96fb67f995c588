namespace ListmonkPS;

/// <summary>What of a database is tested.</summary>
public enum DatabaseAspect
{
    /// <summary>Whether it answers, how fast, and which version it is.</summary>
    Reach,

    /// <summary>Which of listmonk's tables our role may read.</summary>
    Rights,

    /// <summary>Whether the server takes changes at all.</summary>
    Writing,

    /// <summary>Whether the tables are those of the running version of listmonk.</summary>
    Migrations,

    /// <summary>How many connections are in use, by whom, of how many.</summary>
    Connections,

    /// <summary>Who waits for whom.</summary>
    Blocking,

    /// <summary>Transactions that are open while nobody works in them.</summary>
    IdleTransactions,

    /// <summary>Statements that run for long.</summary>
    LongQueries,

    /// <summary>Whether the tables that matter are vacuumed and analysed.</summary>
    Tables,

    /// <summary>Whether numbers are left for new rows.</summary>
    Sequences,

    /// <summary>How large the database is, and how much room is left where that can be known.</summary>
    Disk,

    /// <summary>Whether subscriptions are being written.</summary>
    SignUps,
}

namespace ListmonkPS;

/// <summary>The ways in which something can be known of a listmonk server.</summary>
[Flags]
public enum Access
{
    /// <summary>Nothing is needed.</summary>
    None = 0,

    /// <summary>The HTTP API, with a user and token (v3: the admin's name and password).</summary>
    Api = 1,

    /// <summary>The PostgreSQL database, with a role that may read.</summary>
    Database = 2,

    /// <summary>A file with listmonk's output or a relay's log.</summary>
    Log = 4,
}

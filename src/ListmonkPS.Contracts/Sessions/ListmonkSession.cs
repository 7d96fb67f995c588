namespace ListmonkPS;

/// <summary>
/// A connected listmonk server: what Connect-Listmonk returns and every other cmdlet takes as -Session. It holds no secret in a public member.
/// A server that did not answer still has a session, with <see cref="Problem"/> set, so that it does not vanish from a fleet.
/// </summary>
public sealed class ListmonkSession
{
    private readonly object? _link;

    internal ListmonkSession(object? link) => _link = link;

    /// <summary>Name by which the session can be given to -Session. Default: the host of the Uri, else the database host and name; with the port where it is not the usual one.</summary>
    public required string Name { get; init; }

    /// <summary>Base address of the server, without user information; null for a session of the database alone.</summary>
    public Uri? Uri { get; init; }

    /// <summary>Version text as the server tells it, for example "v6.2.0"; from the database alone the last migration; null when unknown.</summary>
    public string? Version { get; init; }

    /// <summary>True when the API answered and took the credential.</summary>
    public bool HasApi { get; init; }

    /// <summary>True when the database answered and holds listmonk's tables.</summary>
    public bool HasDatabase { get; init; }

    /// <summary>What the API user may do, as listmonk names it ("settings:get"); empty when the version has no permissions (v3) or they are unknown.</summary>
    public TextList<string> Permissions { get; init; } = TextList<string>.Empty;

    /// <summary>
    /// True when the API credential may do everything: it is of listmonk's super admin role, or the administrator of a version without roles (v3).
    /// Null when its rights are not known.
    /// </summary>
    public bool? IsSuperAdmin { get; init; }

    /// <summary>The API user's name; null without an API credential.</summary>
    public string? User { get; init; }

    /// <summary>Where the database is, as host:port/name; null without one. Never a password.</summary>
    public string? Database { get; init; }

    /// <summary>Our database role, as the database names it; null when it did not answer.</summary>
    public string? DatabaseUser { get; init; }

    /// <summary>What our database role may do with listmonk's tables, as SQL names it ("SELECT settings"); empty without a database.</summary>
    public TextList<string> DatabaseRights { get; init; } = TextList<string>.Empty;

    /// <summary>True when our database role cannot change listmonk's settings; null without a database.</summary>
    public bool? IsDatabaseReadOnly { get; init; }

    /// <summary>What all accesses of the session may do together.</summary>
    public SessionRights Rights { get; init; }

    /// <summary>What is wrong with the connection, in one sentence; null when each access that was asked for works.</summary>
    public string? Problem { get; init; }

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    /// <summary>The other side's handle of this session; only Core knows its type.</summary>
    internal object? Link => _link;

    /// <summary>The session's name.</summary>
    public override string ToString() => Name;
}

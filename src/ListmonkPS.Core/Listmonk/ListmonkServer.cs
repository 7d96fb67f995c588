using System.Collections.Concurrent;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk;

/// <summary>
/// One connected listmonk server: the door of this room. A session carries it in <see cref="ListmonkSession.Link"/>. An access that was asked for is here
/// even when it did not work at connect, so that a diagnosis can try again and say what is wrong now.
/// </summary>
internal sealed class ListmonkServer : IAsyncDisposable
{
    private int _isClosed;

    /// <summary>Name of the session.</summary>
    public required string Name { get; init; }

    /// <summary>Base address; null without the API.</summary>
    public Uri? Uri { get; init; }

    /// <summary>The HTTP API; null when it was not asked for.</summary>
    public ListmonkApi? Api { get; init; }

    /// <summary>The database; null when it was not asked for.</summary>
    public ListmonkDatabase? Database { get; init; }

    /// <summary>Version at connect: as the API tells it, else the last migration; null when unknown.</summary>
    public ListmonkVersion? Version { get; init; }

    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Keys that this session stored and that the server has not loaded, because a campaign runs (G26).</summary>
    public ConcurrentDictionary<string, bool> Waiting { get; } = new(StringComparer.Ordinal);

    /// <summary>What this version does differently; the newest row when the version is unknown.</summary>
    public Quirks Quirks => Version is null ? QuirkTable.Rows[^1] : QuirkTable.For(Version);

    /// <summary>The server of a session.</summary>
    /// <exception cref="FailureException">The session is closed.</exception>
    public static ListmonkServer Of(ListmonkSession session) =>
        session.Link is ListmonkServer server && Volatile.Read(ref server._isClosed) == 0
            ? server
            : throw new FailureException(SessionFailures.SessionClosed(session.Name));

    /// <summary>Closes the connections; twice does no harm.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
            return;
        Api?.Dispose();
        if (Database is not null)
            await Database.DisposeAsync();
    }
}

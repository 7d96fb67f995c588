using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database.Troubles;

/// <summary>Tells which failure an exception of Npgsql is, by SQLSTATE and cause, never by words, since PostgreSQL translates them.</summary>
/// <param name="connection">How the database is reached.</param>
internal sealed class DatabaseTrouble(NpgsqlConnectionStringBuilder connection)
{
    private readonly string _place = DatabasePlace.Of(connection);

    /// <summary>Where the database is, as host:port/name.</summary>
    public string Place => _place;

    /// <summary>No connection within the bound.</summary>
    public Failure ConnectLate(TimeSpan bound) =>
        DatabaseFailures.DatabaseUnreachable(_place, Texts.Format("failure.reason.late", bound.TotalSeconds), isLate: true);

    /// <summary>The failure of opening a connection.</summary>
    public Failure OfConnect(Exception exception) => exception switch
    {
        PostgresException refusal => OfRefusal(refusal),
        // Npgsql gives this no class of its own; its words are not translated.
        NpgsqlException { InnerException: null } when string.IsNullOrEmpty(connection.Password)
            && exception.Message.Contains("password", StringComparison.OrdinalIgnoreCase) => LoginRefused(Texts.Format("failure.reason.no-password")),
        // PGPASSFILE, or Passfile, names a file that is not there.
        FileNotFoundException or DirectoryNotFoundException when string.IsNullOrEmpty(connection.Password) => LoginRefused(Texts.Format("failure.reason.no-password")),
        _ => DatabaseFailures.DatabaseUnreachable(_place, ReasonOf(exception)),
    };

    /// <summary>True for what database, network or stored data can cause; anything else is a fault of ours and shows as such.</summary>
    public static bool IsDatabases(Exception exception) => exception is DbException or IOException or SocketException
        or InvalidCastException or DecoderFallbackException or ArgumentOutOfRangeException or OverflowException;

    /// <summary>The failure of a statement on an open connection.</summary>
    /// <param name="exception">What Npgsql threw.</param>
    /// <param name="bound">Bound that the statement had.</param>
    public Failure OfStatement(Exception exception, TimeSpan bound) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable } =>
            DatabaseFailures.DatabaseTimeout(_place, bound),
        PostgresException refusal => OfRefusal(refusal),
        NpgsqlException { InnerException: TimeoutException } => DatabaseFailures.DatabaseTimeout(_place, bound),
        NpgsqlException or IOException or SocketException => DatabaseFailures.DatabaseUnreachable(_place, ReasonOf(exception)),
        _ => DatabaseFailures.DatabaseFailed(_place, "", HarmlessText.Of(exception.Message)),
    };

    private Failure OfRefusal(PostgresException refusal) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => LoginRefused(HarmlessText.Of(refusal.MessageText)),
        PostgresErrorCodes.InvalidCatalogName => DatabaseFailures.DatabaseNotFound(_place, HarmlessText.Of(connection.Database)),
        PostgresErrorCodes.InsufficientPrivilege => MissingRight.Of(connection, _place, refusal.MessageText),
        PostgresErrorCodes.UndefinedTable => DatabaseFailures.NotListmonkDatabase(_place, ListmonkTables.NamedIn(refusal.MessageText) ?? "?"),
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFailures.DatabaseReadOnly(_place),
        PostgresErrorCodes.TooManyConnections => DatabaseFailures.DatabaseFull(_place),
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
            DatabaseFailures.DatabaseUnreachable(_place, Texts.Format("failure.reason.database-starting")),
        _ => DatabaseFailures.DatabaseFailed(_place, refusal.SqlState, HarmlessText.Of(refusal.MessageText)),
    };

    private Failure LoginRefused(string reason) => DatabaseFailures.DatabaseLoginRefused(_place, reason);

    private string ReasonOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SocketException socket:
                    return SocketTrouble.ReasonOf(socket.SocketErrorCode, connection.Host ?? "");
                case AuthenticationException:
                    return Texts.Format("failure.reason.database-tls");
                case TimeoutException:
                    return Texts.Format("failure.reason.late", connection.Timeout);
                case IOException and not FileNotFoundException:
                    return Texts.Format("failure.reason.closed");
                default:
                    break;
            }
        }

        return exception is NpgsqlException { InnerException: null } ? Texts.Format("failure.reason.not-postgresql")
            : Texts.Format("failure.reason.network", (exception.InnerException ?? exception).GetType().Name);
    }
}

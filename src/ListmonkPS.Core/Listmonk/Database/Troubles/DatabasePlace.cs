using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database.Troubles;

/// <summary>Where a database is, as a person reads it: host:port/name, never a password.</summary>
internal static class DatabasePlace
{
    /// <summary>The place that a connection string names.</summary>
    public static string Of(NpgsqlConnectionStringBuilder connection) =>
        HarmlessText.Of($"{connection.Host}:{connection.Port}/{connection.Database ?? connection.Username}");
}

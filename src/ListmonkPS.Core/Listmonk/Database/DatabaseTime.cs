using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>Reads times of PostgreSQL, which may be null.</summary>
internal static class DatabaseTime
{
    /// <summary>The time in a column, in UTC; null for null.</summary>
    public static DateTimeOffset? At(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new DateTimeOffset(reader.GetDateTime(column), TimeSpan.Zero);
}

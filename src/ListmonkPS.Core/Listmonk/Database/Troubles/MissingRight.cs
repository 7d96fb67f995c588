using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database.Troubles;

/// <summary>Names the right that our database role lacks, and the statement that gives it.</summary>
internal static class MissingRight
{
    /// <summary>The failure for a refusal that PostgreSQL gave.</summary>
    /// <param name="connection">How the database is reached.</param>
    /// <param name="place">The same, as shown.</param>
    /// <param name="message">PostgreSQL's words.</param>
    public static Failure Of(NpgsqlConnectionStringBuilder connection, string place, string message)
    {
        string role = Quoted(connection.Username);
        return ListmonkTables.NamedIn(message) is { } table ? OnTables(place, [table], role)
            : !string.IsNullOrEmpty(connection.Database) && message.Contains($"\"{connection.Database}\"", StringComparison.Ordinal)
                ? DatabaseFailures.MissingDatabaseRight(
                    place, "database " + HarmlessText.Of(connection.Database), $"GRANT CONNECT ON DATABASE {Quoted(connection.Database)} TO {role}")
            : DatabaseFailures.DatabaseFailed(place, PostgresErrorCodes.InsufficientPrivilege, HarmlessText.Of(message));
    }

    /// <summary>The role may not read some tables.</summary>
    /// <param name="place">Where.</param>
    /// <param name="tables">The tables, one at least.</param>
    /// <param name="role">The role, quoted.</param>
    public static Failure OnTables(string place, IReadOnlyList<string> tables, string role) => DatabaseFailures.MissingDatabaseRight(
        place, (tables.Count == 1 ? "table " : "tables ") + string.Join(", ", tables), $"GRANT SELECT ON {string.Join(", ", tables)} TO {role}");

    /// <summary>The role may not look into the schema.</summary>
    public static Failure OnSchema(string place, string schema, string role) => DatabaseFailures.MissingDatabaseRight(
        place, "schema " + HarmlessText.Of(schema), $"GRANT USAGE ON SCHEMA {Quoted(schema)} TO {role}");

    /// <summary>A name as SQL takes it, so that the statement can be pasted whatever the name is.</summary>
    public static string Quoted(string? name) => $"\"{HarmlessText.Of(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

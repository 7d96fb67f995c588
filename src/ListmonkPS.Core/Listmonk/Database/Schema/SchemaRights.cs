using ListmonkPS.Core.Listmonk.Database.Troubles;

namespace ListmonkPS.Core.Listmonk.Database.Schema;

/// <summary>The rights that a role needs in the module's own schema, as the statements that give them.</summary>
internal static class SchemaRights
{
    /// <summary>The failure of a role that lacks them.</summary>
    /// <param name="database">Where.</param>
    /// <param name="part">Which part.</param>
    /// <param name="words">PostgreSQL's words, made harmless.</param>
    public static Failure Missing(ListmonkDatabase database, SchemaPart part, string words)
    {
        string role = MissingRight.Quoted(database.User);
        string tables = string.Join(", ", part.Tables.Select(table => $"{SchemaPart.Schema}.{table}"));
        return LedgerFailures.LedgerRights(
            database.Place,
            words,
            $"GRANT CREATE ON DATABASE {MissingRight.Quoted(database.Name)} TO {role}",
            $"GRANT USAGE ON SCHEMA {SchemaPart.Schema} TO {role}; GRANT SELECT ON {SchemaPart.Schema}.schema_version TO {role}; GRANT SELECT, INSERT, UPDATE ON {tables} TO {role}");
    }
}

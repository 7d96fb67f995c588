namespace ListmonkPS.Core.Listmonk.Database.Schema;

/// <summary>One part of the module's own schema, with a version of its own: removing one part never touches another.</summary>
/// <param name="Name">Name in the version table.</param>
/// <param name="Steps">The statements that lead from each version to the next; the version is their number.</param>
/// <param name="Tables">Its tables, without the schema: what a role needs rights on.</param>
internal sealed record SchemaPart(string Name, IReadOnlyList<string> Steps, IReadOnlyList<string> Tables)
{
    /// <summary>Name of the schema that holds all parts.</summary>
    public const string Schema = "listmonkps";

    /// <summary>Version that this module works with.</summary>
    public int Version => Steps.Count;
}

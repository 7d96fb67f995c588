using ListmonkPS.Core.Listmonk.Database.Troubles;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>What our role may do with listmonk's tables, asked of PostgreSQL itself and never tried.</summary>
/// <param name="Place">Where the database is, for failures.</param>
/// <param name="Role">The role, quoted.</param>
/// <param name="Readable">Tables that it may read.</param>
/// <param name="MayInsertSettings">True when it may add rows to settings.</param>
/// <param name="MayUpdateSettings">True when it may change rows of settings.</param>
internal sealed record DatabaseRights(
    string Place, string Role, IReadOnlyList<string> Readable, bool MayInsertSettings, bool MayUpdateSettings)
{
    /// <summary>The failure that names the tables among these that the role may not read; null when it may read all.</summary>
    public Failure? MissingFor(params IReadOnlyList<string> tables) =>
        tables.Except(Readable).ToArray() is { Length: > 0 } missing ? MissingRight.OnTables(Place, missing, Role) : null;

    /// <summary>The rights as SQL names them, for people.</summary>
    public IEnumerable<string> Shown() => Readable.Select(table => "SELECT " + table)
        .Concat(MayInsertSettings ? ["INSERT settings"] : [])
        .Concat(MayUpdateSettings ? ["UPDATE settings"] : []);
}

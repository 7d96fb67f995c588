namespace ListmonkPS;

/// <summary>Failures of the ledger: the tables in PostgreSQL, and the local journal.</summary>
internal static class LedgerFailures
{
    /// <summary>The tables are of a newer module.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="part">Part of the schema.</param>
    /// <param name="found">Its version.</param>
    /// <param name="known">The version that this module works with.</param>
    public static Failure SchemaNewer(string place, string part, int found, int known) =>
        new(nameof(SchemaNewer), FailureCategory.InvalidOperation, place, place, part, found, known);

    /// <summary>The role may not make the schema, or not write to its tables.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="reason">What is refused: PostgreSQL's words or the rights that are missing, made harmless.</param>
    /// <param name="create">The statement that lets the role make the schema.</param>
    /// <param name="use">The statements that let it use one that somebody else has made.</param>
    public static Failure LedgerRights(string place, string reason, string create, string use) =>
        new(nameof(LedgerRights), FailureCategory.PermissionDenied, place, place, reason, create, use);

    /// <summary>The clock is behind a time that the ledger has seen.</summary>
    /// <param name="place">Where the ledger is.</param>
    /// <param name="now">The time now.</param>
    /// <param name="latest">The later time in the ledger.</param>
    public static Failure ClockSetBack(string place, DateTimeOffset now, DateTimeOffset latest) =>
        new(nameof(ClockSetBack), FailureCategory.InvalidOperation, place, place, now, latest);

    /// <summary>Another process writes to the journal.</summary>
    /// <param name="path">The file by which it is held.</param>
    public static Failure JournalHeld(string path) => new(nameof(JournalHeld), FailureCategory.ResourceBusy, path, path);

    /// <summary>The journal cannot be written: the disk is full, or the folder is not ours.</summary>
    /// <param name="path">The journal.</param>
    public static Failure JournalNotWritten(string path) => new(nameof(JournalNotWritten), FailureCategory.WriteError, path, path);

    /// <summary>The journal cannot be read.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="kind">Kind of the exception.</param>
    public static Failure JournalUnreadable(string path, string kind) => new(nameof(JournalUnreadable), FailureCategory.ReadError, path, path, kind);

    /// <summary>A newer module has made the journal.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="found">Its version.</param>
    /// <param name="known">Version that this module knows.</param>
    public static Failure JournalNewer(string path, int found, int known) =>
        new(nameof(JournalNewer), FailureCategory.InvalidOperation, path, path, found, known);

    /// <summary>A line of the journal is not as it was written.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="position">Where the good part ends, in bytes.</param>
    public static Failure JournalDamaged(string path, long position) => new(nameof(JournalDamaged), FailureCategory.InvalidData, path, path, position);
}

namespace ListmonkPS;

/// <summary>Failures on the way to the database and in it.</summary>
internal static class DatabaseFailures
{
    /// <summary>The connection string holds a password; nothing of it is repeated.</summary>
    public static Failure PasswordInConnectionString() => new(nameof(PasswordInConnectionString), FailureCategory.InvalidArgument, null);

    /// <summary>The connection string cannot be used; nothing of it is repeated, since a password may be in it.</summary>
    /// <param name="reason">What is wrong with it, from the reason texts.</param>
    public static Failure BadConnectionString(string reason) => new(nameof(BadConnectionString), FailureCategory.InvalidArgument, null, reason);

    /// <summary>The name of the database server cannot be one; it is not repeated, since a whole connection string may stand in it.</summary>
    public static Failure BadDatabaseHost() => new(nameof(BadDatabaseHost), FailureCategory.InvalidArgument, null);

    /// <summary>The database server does not answer.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    /// <param name="isLate">True when the wait ended at its bound.</param>
    public static Failure DatabaseUnreachable(string place, string reason, bool isLate = false) =>
        new(nameof(DatabaseUnreachable), isLate ? FailureCategory.OperationTimeout : FailureCategory.ConnectionError, place, place, reason);

    /// <summary>The database server has no connection left for another client.</summary>
    /// <param name="place">host:port/name.</param>
    public static Failure DatabaseFull(string place) => new(nameof(DatabaseFull), FailureCategory.ConnectionError, place, place);

    /// <summary>The database server refused the log-in.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="reason">PostgreSQL's words, made harmless, or a reason text.</param>
    public static Failure DatabaseLoginRefused(string place, string reason) =>
        new(nameof(DatabaseLoginRefused), FailureCategory.AuthenticationError, place, place, reason);

    /// <summary>The server has no database of that name.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="name">Name of the database, made harmless.</param>
    public static Failure DatabaseNotFound(string place, string name) =>
        new(nameof(DatabaseNotFound), FailureCategory.ObjectNotFound, place, place, name);

    /// <summary>The database holds no tables of listmonk.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="table">The first table that is missing.</param>
    public static Failure NotListmonkDatabase(string place, string table) =>
        new(nameof(NotListmonkDatabase), FailureCategory.InvalidResult, place, place, table);

    /// <summary>listmonk's tables are there, in a schema that the connection does not look into.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="schema">The schema, made harmless.</param>
    public static Failure TablesNotInSearchPath(string place, string schema) =>
        new(nameof(TablesNotInSearchPath), FailureCategory.InvalidResult, place, place, schema);

    /// <summary>The database role lacks a right.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="thing">What it may not use: "table settings", "schema public", "database listmonk".</param>
    /// <param name="grant">The statement that gives the right.</param>
    public static Failure MissingDatabaseRight(string place, string thing, string grant) =>
        new(nameof(MissingDatabaseRight), FailureCategory.PermissionDenied, place, place, thing, grant);

    /// <summary>PostgreSQL did not finish a statement in time.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="bound">The bound that passed.</param>
    public static Failure DatabaseTimeout(string place, TimeSpan bound) =>
        new(nameof(DatabaseTimeout), FailureCategory.OperationTimeout, place, place, bound.TotalSeconds);

    /// <summary>The database takes no writes now.</summary>
    public static Failure DatabaseReadOnly(string place) => new(nameof(DatabaseReadOnly), FailureCategory.InvalidOperation, place, place);

    /// <summary>The connection ended while a change was being stored: whether it is stored is not known.</summary>
    public static Failure DatabaseWriteInDoubt(string place) => new(nameof(DatabaseWriteInDoubt), FailureCategory.WriteError, place, place);

    /// <summary>PostgreSQL refused a statement.</summary>
    /// <param name="place">host:port/name.</param>
    /// <param name="code">SQLSTATE, or empty.</param>
    /// <param name="message">PostgreSQL's words, made harmless.</param>
    public static Failure DatabaseFailed(string place, string code, string message) =>
        new(nameof(DatabaseFailed), FailureCategory.InvalidResult, place, place, code, message);
}

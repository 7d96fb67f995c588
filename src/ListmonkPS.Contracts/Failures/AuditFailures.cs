namespace ListmonkPS;

/// <summary>Failures of writing and reading baselines of settings.</summary>
internal static class AuditFailures
{
    /// <summary>There is no such file.</summary>
    public static Failure BaselineNotFound(string path) => new(nameof(BaselineNotFound), FailureCategory.ObjectNotFound, path, path);

    /// <summary>The file cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, in the words of the system.</param>
    public static Failure BaselineUnreadable(string path, string reason) => new(nameof(BaselineUnreadable), FailureCategory.ReadError, path, path, reason);

    /// <summary>The file is no baseline.</summary>
    public static Failure BaselineNotOurs(string path) => new(nameof(BaselineNotOurs), FailureCategory.ParserError, path, path);

    /// <summary>The file has a format that this version of the module does not know.</summary>
    /// <param name="path">The file.</param>
    /// <param name="version">Number of its format.</param>
    public static Failure BaselineTooNew(string path, long version) => new(nameof(BaselineTooNew), FailureCategory.InvalidData, path, path, version);

    /// <summary>The file is there and is to stay.</summary>
    public static Failure BaselineExists(string path) => new(nameof(BaselineExists), FailureCategory.WriteError, path, path);

    /// <summary>The file cannot be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, in the words of the system.</param>
    public static Failure BaselineNotWritten(string path, string reason) => new(nameof(BaselineNotWritten), FailureCategory.WriteError, path, path, reason);

    /// <summary>Several servers were to be written to one file.</summary>
    public static Failure BaselineForSeveral(string path) => new(nameof(BaselineForSeveral), FailureCategory.InvalidArgument, path, path);

    /// <summary>The key of the hashes cannot be read or made.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="reason">Why.</param>
    public static Failure AuditKeyUnusable(string path, string reason) => new(nameof(AuditKeyUnusable), FailureCategory.ReadError, path, path, reason);
}

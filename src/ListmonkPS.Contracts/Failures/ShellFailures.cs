namespace ListmonkPS;

/// <summary>Failures that the cmdlets see before Core is asked.</summary>
internal static class ShellFailures
{
    /// <summary>A cmdlet needs a session and none is connected.</summary>
    public static Failure NoSession() => new("NoSession", FailureCategory.ResourceUnavailable, null);

    /// <summary>Sessions are connected, but none of them alone, so that none is the default.</summary>
    /// <param name="names">Their names.</param>
    public static Failure NoDefaultSession(IEnumerable<string> names) =>
        new("NoDefaultSession", FailureCategory.ResourceUnavailable, null, string.Join(", ", names));

    /// <summary>No session has this name.</summary>
    /// <param name="name">The name.</param>
    public static Failure SessionNotFound(string name) => new("SessionNotFound", FailureCategory.ObjectNotFound, name, name);

    /// <summary>A path that is not one of the file system.</summary>
    /// <param name="path">The path.</param>
    public static Failure PathNotFile(string path) => new("PathNotFile", FailureCategory.InvalidArgument, path, path);

    /// <summary>A point in time was given as a bare number.</summary>
    /// <param name="text">What was given.</param>
    public static Failure TimeWithoutUnit(string text) => new("TimeWithoutUnit", FailureCategory.InvalidArgument, text, text);

    /// <summary>A point in time cannot be read.</summary>
    /// <param name="text">What was given.</param>
    public static Failure TimeInvalid(string text) => new("TimeInvalid", FailureCategory.InvalidArgument, text, text);

    /// <summary>A span cannot be read.</summary>
    /// <param name="text">What was given.</param>
    public static Failure SpanInvalid(string text) => new("SpanInvalid", FailureCategory.InvalidArgument, text, text);

    /// <summary>A length that is none of those of a period.</summary>
    /// <param name="text">What was given.</param>
    public static Failure PeriodInvalid(string text) => new("PeriodInvalid", FailureCategory.InvalidArgument, text, text);

    /// <summary>A span of time that ends before it begins.</summary>
    /// <param name="since">Its beginning.</param>
    /// <param name="before">Its end.</param>
    public static Failure SpanEmpty(DateTimeOffset since, DateTimeOffset before) => new("SpanEmpty", FailureCategory.InvalidArgument, before, since, before);

    /// <summary>Something that the module does not foresee.</summary>
    /// <param name="type">Type of the exception; its own text may hold anything and is left to Get-Error.</param>
    public static Failure Unexpected(Type type) => new("Unexpected", FailureCategory.InvalidOperation, null, type.FullName);

    /// <summary>A name is none of a time zone that this machine knows.</summary>
    public static Failure TimeZoneUnknown(string name) => new("TimeZoneUnknown", FailureCategory.InvalidArgument, name, name);
}

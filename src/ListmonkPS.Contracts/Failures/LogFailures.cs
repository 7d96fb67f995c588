namespace ListmonkPS;

/// <summary>What can be wrong when logs are read.</summary>
internal static class LogFailures
{
    /// <summary>A log file is not there, or nothing matches its wildcards.</summary>
    public static Failure LogNotFound(string path) => new("LogNotFound", FailureCategory.ObjectNotFound, path, path);

    /// <summary>A log file cannot be read.</summary>
    public static Failure LogUnreadable(string path, string reason) => new("LogUnreadable", FailureCategory.ReadError, path, path, reason);

    /// <summary>The user may not read a log.</summary>
    public static Failure LogDenied(string place) => new("LogDenied", FailureCategory.PermissionDenied, place, place);

    /// <summary>A source that reads files was asked for, and no file named.</summary>
    public static Failure LogPathNeeded(string source) => new("LogPathNeeded", FailureCategory.InvalidArgument, source, source);

    /// <summary>No mail log is at the usual places.</summary>
    public static Failure RelayLogNotFound(string places) => new("RelayLogNotFound", FailureCategory.ObjectNotFound, null, places);

    /// <summary>A pattern is no regular expression.</summary>
    public static Failure LogPatternInvalid(string pattern, string reason) => new("LogPatternInvalid", FailureCategory.InvalidArgument, pattern, pattern, reason);

    /// <summary>journalctl is not there.</summary>
    public static Failure JournalMissing() => new("JournalMissing", FailureCategory.ResourceUnavailable, null);

    /// <summary>journalctl ended with an error.</summary>
    public static Failure JournalFailed(string reason) => new("JournalFailed", FailureCategory.ReadError, null, reason);

    /// <summary>An address of Docker is none that can be used.</summary>
    public static Failure DockerHostInvalid(string text) => new("DockerHostInvalid", FailureCategory.InvalidArgument, text, text);

    /// <summary>Docker does not answer.</summary>
    public static Failure DockerUnreachable(string place, string reason) => new("DockerUnreachable", FailureCategory.ConnectionError, place, place, reason);

    /// <summary>The user may not use Docker's socket.</summary>
    public static Failure DockerDenied(string place) => new("DockerDenied", FailureCategory.PermissionDenied, place, place);

    /// <summary>Docker refused a call.</summary>
    public static Failure DockerFailed(string place, int status, string reason) => new("DockerFailed", FailureCategory.InvalidResult, place, place, status, reason);

    /// <summary>What answers is too old, or no Docker.</summary>
    public static Failure NotDocker(string place, string reason) => new("NotDocker", FailureCategory.InvalidResult, place, place, reason);

    /// <summary>There is no such container, or none of listmonk.</summary>
    public static Failure ContainerNotFound(string place, string container, string known) => new("ContainerNotFound", FailureCategory.ObjectNotFound, container, place, container, known);

    /// <summary>A container's log broke off, or is not shaped as Docker's logs are.</summary>
    public static Failure ContainerLogBroken(string container, string reason) => new("ContainerLogBroken", FailureCategory.ReadError, container, container, reason);
}

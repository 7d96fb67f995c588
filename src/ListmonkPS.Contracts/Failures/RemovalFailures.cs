namespace ListmonkPS;

/// <summary>Failures of removing people who never confirmed.</summary>
internal static class RemovalFailures
{
    /// <summary>The file is there already: it may be the only record of an earlier removal.</summary>
    public static Failure RemovalFileExists(string path) => new(nameof(RemovalFileExists), FailureCategory.ResourceBusy, path, path);

    /// <summary>The file cannot be written.</summary>
    public static Failure RemovalFileNotWritten(string path) => new(nameof(RemovalFileNotWritten), FailureCategory.WriteError, path, path);

    /// <summary>People of several servers, and one file.</summary>
    public static Failure RemovalOfSeveralServers(int count) => new(nameof(RemovalOfSeveralServers), FailureCategory.InvalidArgument, count, count);
}

namespace ListmonkPS;

/// <summary>What can be wrong when a version is tested.</summary>
internal static class VersionFailures
{
    /// <summary>Neither API nor database told a version.</summary>
    public static Failure VersionUnknown(string session) => new("VersionUnknown", FailureCategory.InvalidData, session, session);

    /// <summary>A text given as a version holds no version number.</summary>
    public static Failure VersionInvalid(string text) => new("VersionInvalid", FailureCategory.InvalidArgument, text, text);

    /// <summary>A file with releases cannot be read.</summary>
    public static Failure ReleaseFeedUnreadable(string path, string reason) => new("ReleaseFeedUnreadable", FailureCategory.ReadError, path, path, reason);
}

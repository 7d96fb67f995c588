namespace ListmonkPS;

/// <summary>Failures of a session as such: closed, or without the access that is needed.</summary>
internal static class SessionFailures
{
    /// <summary>The session was disconnected.</summary>
    public static Failure SessionClosed(string session) => new(nameof(SessionClosed), FailureCategory.ResourceUnavailable, session, session);

    /// <summary>The session has no API.</summary>
    public static Failure NeedsApi(string session) => new(nameof(NeedsApi), FailureCategory.ResourceUnavailable, session, session);

    /// <summary>The session has no database.</summary>
    public static Failure NeedsDatabase(string session) => new(nameof(NeedsDatabase), FailureCategory.ResourceUnavailable, session, session);

    /// <summary>The session has neither API nor database.</summary>
    public static Failure NeedsApiOrDatabase(string session) => new(nameof(NeedsApiOrDatabase), FailureCategory.ResourceUnavailable, session, session);

    /// <summary>No confirm link can be made.</summary>
    public static Failure RootUrlUnknown(string session) => new(nameof(RootUrlUnknown), FailureCategory.ResourceUnavailable, session, session);

    /// <summary>A list that was named does not exist.</summary>
    /// <param name="session">Where it was looked for.</param>
    /// <param name="list">Name, number or UUID as given.</param>
    /// <param name="known">Names of the lists that there are, joined; made harmless.</param>
    public static Failure ListNotFound(string session, string list, string known) =>
        new(nameof(ListNotFound), FailureCategory.ObjectNotFound, list, session, list, known);
}

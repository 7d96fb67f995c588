namespace ListmonkPS.Core.Listmonk.Settings.Reloading;

/// <summary>What came of the restart that a server was expected to make.</summary>
internal enum ReloadOutcome
{
    /// <summary>It was gone, or its log had started anew, and it answers again.</summary>
    Seen,

    /// <summary>It answered all the time and its log went on.</summary>
    NotSeen,

    /// <summary>It does not answer.</summary>
    Dead,
}

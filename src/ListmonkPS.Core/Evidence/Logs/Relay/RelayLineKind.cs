namespace ListmonkPS.Core.Evidence.Logs.Relay;

/// <summary>What a line of a relay's log tells.</summary>
internal enum RelayLineKind
{
    /// <summary>Nothing that matters here.</summary>
    None,

    /// <summary>Something more about a mail: its sender or Message-ID.</summary>
    About,

    /// <summary>The mail was passed on.</summary>
    Sent,

    /// <summary>It was not and will be tried again.</summary>
    Deferred,

    /// <summary>It was given up.</summary>
    Bounced,

    /// <summary>It was not taken.</summary>
    Rejected,

    /// <summary>The relay is done with it.</summary>
    Done,
}

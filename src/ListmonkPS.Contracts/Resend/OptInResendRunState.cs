namespace ListmonkPS;

/// <summary>Where a resend run stands.</summary>
public enum OptInResendRunState
{
    /// <summary>Its people are being put into the ledger; nobody is mailed before all of them are there.</summary>
    Filling,

    /// <summary>It sends, or the process that did so has died.</summary>
    Running,

    /// <summary>It goes on at a time, when somebody resumes it: a limit is reached, or what is left may be tried later only.</summary>
    Paused,

    /// <summary>It was stopped before its end: by Ctrl+C, by Stop-OptInResend, or by something that has to be mended first.</summary>
    Stopped,

    /// <summary>Given up by Stop-OptInResend -Cancel: it cannot be resumed.</summary>
    Cancelled,

    /// <summary>Nobody is left.</summary>
    Finished,
}

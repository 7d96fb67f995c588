namespace ListmonkPS;

/// <summary>What waits or is under way.</summary>
public enum QueueItemKind
{
    /// <summary>A campaign that runs, is scheduled or paused.</summary>
    Campaign,

    /// <summary>People who wait for confirmation, of one age.</summary>
    Waiting,

    /// <summary>Mails sent today, as far as anything records them.</summary>
    SentToday,

    /// <summary>A run of Invoke-OptInResend.</summary>
    Resend,
}

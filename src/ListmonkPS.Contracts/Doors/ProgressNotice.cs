namespace ListmonkPS;

/// <summary>How far long work has come.</summary>
/// <param name="Activity">What is done.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">How many there are; null when not known.</param>
/// <param name="IsCompleted">True for the last notice.</param>
public sealed record ProgressNotice(string Activity, string Status, long Done, long? Total, bool IsCompleted = false)
{
    /// <summary>Time that the rest will take; null when not known.</summary>
    public TimeSpan? Remaining { get; init; }
}

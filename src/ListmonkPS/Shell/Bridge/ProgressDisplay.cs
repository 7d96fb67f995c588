using System.Management.Automation;

namespace ListmonkPS.Shell.Bridge;

/// <summary>The progress bar of one piece of work: at most a few changes a second, and always an end.</summary>
/// <param name="activityId">Number of the bar, of this work alone.</param>
/// <param name="time">Clock.</param>
internal sealed class ProgressDisplay(int activityId, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly object _gate = new();
    private long? _last;
    private ProgressNotice? _shown;

    /// <summary>True when enough time has passed since the last change, or it is the last one; called from any thread.</summary>
    public bool IsDue(ProgressNotice notice)
    {
        lock (_gate)
        {
            if (!notice.IsCompleted && _last is { } last && time.GetElapsedTime(last) < Pause)
                return false;
            _last = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>Shows a state; on the pipeline thread only.</summary>
    public void Show(Cmdlet cmdlet, ProgressNotice notice)
    {
        _shown = notice;
        if (notice.IsCompleted)
            Close(cmdlet);
        else
            cmdlet.WriteProgress(Record(notice));
    }

    /// <summary>Takes the bar away if there is one; on the pipeline thread only.</summary>
    public void Close(Cmdlet cmdlet)
    {
        if (_shown is not { } notice)
            return;
        _shown = null;
        ProgressRecord record = Record(notice);
        record.RecordType = ProgressRecordType.Completed;
        cmdlet.WriteProgress(record);
    }

    private ProgressRecord Record(ProgressNotice notice) => new(activityId, notice.Activity, notice.Status)
    {
        PercentComplete = notice.Total is > 0 ? (int)Math.Clamp(100 * notice.Done / notice.Total.Value, 0, 100) : -1,
        SecondsRemaining = notice.Remaining is { } rest ? (int)Math.Clamp(rest.TotalSeconds, 0, int.MaxValue) : -1,
    };
}

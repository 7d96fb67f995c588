using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>How far a change has come.</summary>
/// <param name="at">When it was begun to be written.</param>
internal sealed class ChangeProgress(DateTimeOffset at)
{
    /// <summary>When it was begun to be written.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>What the server does with the value; null while it is not known to be written.</summary>
    public WriteOutcome? Written { get; set; }

    /// <summary>What came of the restart; null where none was waited for to its end.</summary>
    public ReloadOutcome? Reload { get; set; }

    /// <summary>True when the change was cancelled at or after the write.</summary>
    public bool IsInterrupted { get; set; }
}

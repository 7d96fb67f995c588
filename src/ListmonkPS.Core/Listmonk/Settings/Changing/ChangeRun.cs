using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Carries a planned change out: log saved, written, restart seen, read back.</summary>
/// <param name="access">Where.</param>
/// <param name="change">What.</param>
/// <param name="logs">Where logs are saved.</param>
/// <param name="notices">Takes warnings and verbose text.</param>
internal sealed class ChangeRun(SettingAccess access, PlannedChange change, LogKeeper logs, INoticeSink notices)
{
    private readonly string _name = change.Key.Name;

    /// <summary>Makes the change.</summary>
    /// <exception cref="FailureException">Refused, changed meanwhile, or not as written afterwards.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was written.</exception>
    public async Task<ListmonkSettingChange> RunAsync(CancellationToken cancellation)
    {
        SettingSnapshot before = await SettingReader.ReadExactAsync(access, notices, cancellation);
        if (IsChanged(before)) throw new FailureException(SettingFailures.SettingChangedMeanwhile(_name));
        SavedLog log = access.Api is null ? SavedLog.None : await logs.SaveAsync(access, _name, notices, cancellation);

        ChangeProgress progress = new(access.Server.Time.GetUtcNow());
        try
        {
            progress.Written = await Writer().WriteAsync(change, cancellation);
            if (progress.Written == WriteOutcome.Restarts)
                progress.Reload = await ReloadWatch.WaitAsync(access.Api!, log.Lines, access.Server.Time, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            progress.IsInterrupted = true; // what is stored by now is found out below
        }

        if (progress.Reload == ReloadOutcome.Dead && before.Source == Access.Api) throw NotBack(isSeenStored: false);
        SettingSnapshot after = await new ReadBack(access, _name).ReadAsync(before.Source, cancellation);
        ChangeReport report = new(access, change, before, after, progress, log);
        if (!report.IsStored)
        {
            if (progress is { IsInterrupted: true, Written: null }) cancellation.ThrowIfCancellationRequested();
            throw new FailureException(SettingFailures.SettingNotStored(_name));
        }

        if (progress.Reload == ReloadOutcome.Dead) throw NotBack(isSeenStored: true);
        report.Tell(notices);
        return report.Make();
    }

    /// <summary>True when the setting is not what it was when the change was planned.</summary>
    private bool IsChanged(SettingSnapshot now)
    {
        if (now.Source != change.Source) return false; // the two cannot be compared; compare-and-set still guards the row
        return now.Rows is { } rows
            ? rows.GetValueOrDefault(_name)?.Json != change.Row
            : !SettingDifference.IsSame(_name, change.Old, now.Values.GetValueOrDefault(_name));
    }

    private ISettingWriter Writer() => change.Path switch
    {
        WritePath.ApiByKey => new ApiKeyWriter(access.Api!),
        WritePath.ApiWhole => new ApiWholeWriter(access.Api!),
        _ => new DatabaseWriter(access, notices),
    };

    private FailureException NotBack(bool isSeenStored) =>
        new(SettingFailures.ServerNotBack(_name, access.Session.Name, isSeenStored, ReloadWatch.Bound));
}

using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Carries planned changes out: log saved, written, restart seen, read back.</summary>
/// <param name="access">Where.</param>
/// <param name="change">What.</param>
/// <param name="logs">Where logs are saved.</param>
/// <param name="notices">Takes warnings and verbose text.</param>
internal sealed class ChangeRun(SettingAccess access, PlannedChange change, LogKeeper logs, INoticeSink notices)
{
    /// <summary>Makes the changes, in one write.</summary>
    /// <exception cref="FailureException">Refused, changed meanwhile, or not as written afterwards.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was written.</exception>
    public async Task<IReadOnlyList<ListmonkSettingChange>> RunAsync(CancellationToken cancellation)
    {
        SettingSnapshot before = change.Path == WritePath.Database
            ? await SettingReader.FromDatabaseAsync(access, cancellation)
            : await SettingReader.ReadExactAsync(access, notices, cancellation);
        foreach (PlannedRow row in change.Rows) row.CheckUnchanged(before, change.Source);
        SavedLog log = access.Api is null || change.NoReload ? SavedLog.None : await logs.SaveAsync(access, change.Names, notices, cancellation);

        ChangeProgress progress = new(access.Server.Time.GetUtcNow());
        try
        {
            progress.Written = await Writer().WriteAsync(change, before, cancellation);
            if (progress.Written == WriteOutcome.Restarts)
                progress.Reload = await ReloadWatch.WaitAsync(access.Api!, log.Lines, access.Server.Time, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            progress.IsInterrupted = true; // what is stored by now is found out below
        }

        if (progress.Reload == ReloadOutcome.Dead && before.Source == Access.Api) throw NotBack(isSeenStored: false);
        SettingSnapshot after = await new ReadBack(access, change.Names).ReadAsync(before.Source, cancellation);
        return await ReportAsync(before, after, progress, log, cancellation);
    }

    private async Task<IReadOnlyList<ListmonkSettingChange>> ReportAsync(
        SettingSnapshot before, SettingSnapshot after, ChangeProgress progress, SavedLog log, CancellationToken cancellation)
    {
        // Only a server that is there can tell what it runs with.
        bool mayAsk = access.Api is not null && progress.Reload is ReloadOutcome.Seen or ReloadOutcome.NotSeen && !cancellation.IsCancellationRequested;
        ActiveValues active = mayAsk ? await ActiveValues.ReadLoadedAsync(access, notices, cancellation) : ActiveValues.Unknown;
        ChangeReport report = new(access, change, before, after, progress, log, active);
        if (report.NotStored is { } name)
        {
            if (progress is { IsInterrupted: true, Written: null }) cancellation.ThrowIfCancellationRequested();
            throw new FailureException(SettingFailures.SettingNotStored(name));
        }

        if (progress.Reload == ReloadOutcome.Dead) throw NotBack(isSeenStored: true);
        Remember(progress);
        report.Tell(notices);
        return report.Make();
    }

    /// <summary>listmonk does not tell which settings wait for its restart.</summary>
    private void Remember(ChangeProgress progress)
    {
        if (progress.Reload == ReloadOutcome.Seen) access.Server.Waiting.Clear();
        if (progress.Written != WriteOutcome.WaitsForCampaign || change.Via != Access.Api) return;
        foreach (PlannedRow row in change.Rows) access.Server.Waiting[row.Key.Name] = true;
    }

    private ISettingWriter Writer() => change.Path switch
    {
        WritePath.ApiByKey => new ApiKeyWriter(access),
        WritePath.ApiWhole => new ApiWholeWriter(access),
        _ => new DatabaseWriter(access, notices),
    };

    private FailureException NotBack(bool isSeenStored) =>
        new(SettingFailures.ServerNotBack(change.Names, access.Session.Name, isSeenStored, ReloadWatch.Bound));
}

using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Changing;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings;

/// <summary>The settings of a server: read by whichever access there is, and changed without loss of any other.</summary>
/// <param name="stateFolder">Folder in which logs are saved before a change.</param>
internal sealed class SettingDoor(string stateFolder) : ISettingDoor
{
    private readonly LogKeeper _logs = new(Path.Combine(stateFolder, "logs"));

    /// <summary>The door with the state folder of this user.</summary>
    public SettingDoor()
        : this(StateFolder.Find())
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<ListmonkSetting> Known { get; } = [.. SettingCatalogue.Keys.SelectMany(key => KnownSettings.Of(key))];

    /// <inheritdoc/>
    public async Task<SettingReading> ReadAsync(ListmonkSession session, IReadOnlyList<string> names, INoticeSink notices, CancellationToken cancellation)
    {
        SettingAccess access = SettingAccess.Of(session);
        SettingSnapshot snapshot = await SettingReader.ReadAsync(access, notices, cancellation);
        SettingSelection selection = SettingSelection.Of(snapshot, names, access.Server.Version);
        RowTrouble.Tell(snapshot, [.. selection.Targets.Select(target => target.KeyName).Distinct()], notices);
        if (selection.Targets.Count == 0) return new SettingReading([], selection.Failures);
        ActiveValues active = await ActiveValues.ReadAsync(access, snapshot, notices, cancellation);
        if (active.ServerWaits) notices.Warning(Texts.Format("notice.setting.server-waits", access.Session.Name));
        return new SettingReading([.. selection.Targets.Select(target => SettingPresenter.Present(target, snapshot, access, active))], selection.Failures);
    }

    /// <inheritdoc/>
    public Task<SettingChangePlan> PlanAsync(
        ListmonkSession session, IReadOnlyList<SettingAssignment> assignments, SettingChangeOptions options, INoticeSink notices, CancellationToken cancellation) =>
        new ChangePlanner(SettingAccess.Of(session), notices).PlanAsync(assignments, options, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListmonkSettingChange>> ApplyAsync(
        ListmonkSession session, SettingChangePlan plan, INoticeSink notices, CancellationToken cancellation)
    {
        PlannedChange change = plan.Link as PlannedChange ?? throw new ArgumentException("Not a plan of this door.", nameof(plan));
        SettingAccess access = SettingAccess.Of(session);
        return plan.IsNeeded
            ? await new ChangeRun(access, change, _logs, notices).RunAsync(cancellation)
            : await UnchangedAsync(access, plan, notices, cancellation);
    }

    /// <summary>The values are stored already; whether the process has loaded them is another matter (G4, G26).</summary>
    private static async Task<IReadOnlyList<ListmonkSettingChange>> UnchangedAsync(
        SettingAccess access, SettingChangePlan plan, INoticeSink notices, CancellationToken cancellation)
    {
        ActiveValues active = await ActiveValues.ReadLoadedAsync(access, notices, cancellation);
        if (active.ServerWaits) notices.Warning(Texts.Format("notice.setting.stored-not-active", plan.Names, access.Session.Name));
        return [.. plan.Items.Select(item => new ListmonkSettingChange
        {
            Name = item.Name,
            OldValue = item.OldValue,
            NewValue = item.NewValue,
            Changed = false,
            Via = plan.Via,
            IsActive = active.ServerWaits ? false : null,
            NeedsRestart = active.ServerWaits,
            ChangedAt = access.Server.Time.GetUtcNow(),
            Session = access.Session.Name,
        })];
    }
}

using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Changing;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings;

/// <summary>The settings of a server: read by whichever access there is, and changed one at a time without loss of any other.</summary>
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
    public IReadOnlyList<ListmonkSetting> Known { get; } = [.. SettingCatalogue.Keys.Select(SettingPresenter.Describe)];

    /// <inheritdoc/>
    public async Task<SettingReading> ReadAsync(ListmonkSession session, IReadOnlyList<string> names, INoticeSink notices, CancellationToken cancellation)
    {
        SettingAccess access = SettingAccess.Of(session);
        SettingSnapshot snapshot = await SettingReader.ReadAsync(access, notices, cancellation);
        SettingSelection selection = SettingSelection.Of(snapshot, names, access.Server.Version);
        RowTrouble.Tell(snapshot, selection.Keys, notices);
        return new SettingReading([.. selection.Keys.Select(key => SettingPresenter.Present(key, snapshot, access))], selection.Failures);
    }

    /// <inheritdoc/>
    public Task<SettingChangePlan> PlanAsync(
        ListmonkSession session, string name, object? value, Access via, INoticeSink notices, CancellationToken cancellation) =>
        new ChangePlanner(SettingAccess.Of(session), notices).PlanAsync(name, value, via, cancellation);

    /// <inheritdoc/>
    public async Task<ListmonkSettingChange> ApplyAsync(
        ListmonkSession session, SettingChangePlan plan, INoticeSink notices, CancellationToken cancellation)
    {
        PlannedChange change = plan.Link as PlannedChange ?? throw new ArgumentException("Not a plan of this door.", nameof(plan));
        SettingAccess access = SettingAccess.Of(session);
        return plan.IsNeeded
            ? await new ChangeRun(access, change, _logs, notices).RunAsync(cancellation)
            : await UnchangedAsync(access, plan, notices, cancellation);
    }

    /// <summary>The value is stored already; whether the process has loaded it is another matter (G4, G26).</summary>
    private static async Task<ListmonkSettingChange> UnchangedAsync(
        SettingAccess access, SettingChangePlan plan, INoticeSink notices, CancellationToken cancellation)
    {
        bool isWaiting = false;
        if (access.Api is { } api)
        {
            try
            {
                ApiConfig config = await api.GetConfigAsync(cancellation);
                isWaiting = config.NeedsRestart;
            }
            catch (FailureException exception)
            {
                notices.Verbose(exception.Failure.Message);
            }
        }

        if (isWaiting) notices.Warning(Texts.Format("notice.setting.stored-not-active", plan.Name, access.Session.Name));
        return new ListmonkSettingChange
        {
            Name = plan.Name,
            OldValue = plan.OldValue,
            NewValue = plan.NewValue,
            Changed = false,
            Via = plan.Via,
            IsActive = isWaiting ? false : null,
            NeedsRestart = isWaiting,
            ChangedAt = access.Server.Time.GetUtcNow(),
            Session = access.Session.Name,
        };
    }
}

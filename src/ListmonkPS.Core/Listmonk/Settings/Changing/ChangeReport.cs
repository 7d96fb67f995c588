using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Settings.Writing;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Judges what a change has come to, from the settings before and after it.</summary>
internal sealed class ChangeReport(
    SettingAccess access, PlannedChange change, SettingSnapshot before, SettingSnapshot after, ChangeProgress progress, SavedLog log, ActiveValues active)
{
    private readonly string[] _others = [.. UnplannedDifference.Of(change, before, after).Select(name => HarmlessText.Of(name))];

    /// <summary>The first setting that does not have its new value; null when all have. Of a secret the API shows only whether there is one.</summary>
    public string? NotStored => change.Edits.FirstOrDefault(edit => !IsStored(edit))?.Target.Name;

    /// <summary>Tells what the operator should know.</summary>
    public void Tell(INoticeSink notices)
    {
        string? text = progress switch
        {
            { IsInterrupted: true } => "interrupted",
            { Reload: ReloadOutcome.NotSeen } => "reload-not-seen",
            { Written: WriteOutcome.WaitsForCampaign } => "waits-for-campaign",
            { Written: WriteOutcome.IsNotTold } when access.Api is null || change.NoReload => "not-told",
            _ => null,
        };
        if (text is not null) notices.Warning(Texts.Format("notice.setting." + text, change.Names, access.Session.Name, ReloadWatch.Bound.TotalSeconds));
        if (_others.Length > 0) notices.Warning(Texts.Format("notice.setting.also-differs", change.Names, string.Join(", ", _others)));
        string[] unlike = [.. change.Edits.Where(edit => progress.Reload == ReloadOutcome.Seen && IsActive(edit) == false).Select(edit => edit.Target.Name)];
        if (unlike.Length > 0) notices.Warning(Texts.Format("notice.setting.loaded-other", string.Join(", ", unlike), access.Session.Name));
    }

    /// <summary>What the cmdlet emits: one result a setting.</summary>
    public IReadOnlyList<ListmonkSettingChange> Make() => [.. change.Edits.Select(Make)];

    private ListmonkSettingChange Make(SettingEdit edit)
    {
        bool? isActive = IsActive(edit);
        return new ListmonkSettingChange
        {
            Name = HarmlessText.Of(edit.Target.Name),
            OldValue = SettingPresenter.Show(edit.Target, edit.Old),
            NewValue = SettingPresenter.Show(edit.Target, Stored(edit)),
            Changed = edit.IsNeeded,
            Via = change.Via,
            IsActive = isActive,
            NeedsRestart = isActive != true,
            AlsoDiffers = new TextList<string>(_others),
            LogPath = log.Path,
            ChangedAt = progress.At,
            Session = access.Session.Name,
        };
    }

    /// <summary>What the server says it has loaded counts first; else true once a restart was seen, false when there cannot have been one, null when it cannot be told.</summary>
    private bool? IsActive(SettingEdit edit) => active.Proof(edit.Target.KeyName, after)
        ?? (progress.Reload == ReloadOutcome.Seen ? true
            : progress.Written is WriteOutcome.WaitsForCampaign or WriteOutcome.IsNotTold ? false
            : null);

    private bool IsStored(SettingEdit edit)
    {
        JsonNode? stored = Stored(edit);
        if (after.Missing.Contains(edit.Target.KeyName)) return false;
        if (edit.IsSecret && after.Source == Access.Api)
            return JsonEquality.Same(SettingPresenter.Hide(edit.Target, stored), SettingPresenter.Hide(edit.Target, edit.New));
        return edit.Target.IsMember ? JsonEquality.Same(edit.New, stored) : StoredLikeness.IsSame(edit.Target.KeyName, edit.New, stored);
    }

    private JsonNode? Stored(SettingEdit edit) => edit.Target.Read(SettingSelection.Complete(edit.Target.KeyName, after, access.Server.Version));
}

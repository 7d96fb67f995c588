using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Settings.Writing;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Judges what a change has come to, from the settings before and after it.</summary>
internal sealed class ChangeReport(
    SettingAccess access, PlannedChange change, SettingSnapshot before, SettingSnapshot after, ChangeProgress progress, SavedLog log)
{
    private readonly string _name = change.Key.Name;
    private readonly string[] _others = [.. SettingDifference.Between(before, after, change.Key.Name).Select(name => HarmlessText.Of(name))];

    /// <summary>True when the setting has the new value. Of a secret the API shows only whether there is one.</summary>
    public bool IsStored => after.Values.TryGetValue(_name, out JsonNode? stored)
        && (change.Key.IsSecret && after.Source == Access.Api ? JsonEquality.Same(Mask(stored), Mask(change.New)) : SettingDifference.IsSame(_name, change.New, stored));

    /// <summary>True once a restart was seen, false when there cannot have been one, null when it cannot be told.</summary>
    private bool? IsActive => progress.Reload == ReloadOutcome.Seen ? true
        : progress.Written is WriteOutcome.WaitsForCampaign or WriteOutcome.IsNotTold ? false
        : null;

    /// <summary>Tells what the operator should know.</summary>
    public void Tell(INoticeSink notices)
    {
        string? text = progress switch
        {
            { IsInterrupted: true } => "interrupted",
            { Reload: ReloadOutcome.NotSeen } => "reload-not-seen",
            { Written: WriteOutcome.WaitsForCampaign } => "waits-for-campaign",
            { Written: WriteOutcome.IsNotTold } when access.Api is null => "not-told",
            _ => null,
        };
        if (text is not null) notices.Warning(Texts.Format("notice.setting." + text, _name, access.Session.Name, ReloadWatch.Bound.TotalSeconds));
        if (_others.Length > 0) notices.Warning(Texts.Format("notice.setting.also-differs", _name, string.Join(", ", _others)));
    }

    /// <summary>What the cmdlet emits.</summary>
    public ListmonkSettingChange Make() => new()
    {
        Name = _name,
        OldValue = SettingPresenter.Show(_name, change.Key, change.Old),
        NewValue = SettingPresenter.Show(_name, change.Key, after.Values[_name]),
        Changed = true,
        Via = change.Via,
        IsActive = IsActive,
        NeedsRestart = IsActive != true,
        AlsoDiffers = new TextList<string>(_others),
        LogPath = log.Path,
        ChangedAt = progress.At,
        Session = access.Session.Name,
    };

    private JsonNode? Mask(JsonNode? value) => SettingMask.Hide(_name, change.Key, value);
}

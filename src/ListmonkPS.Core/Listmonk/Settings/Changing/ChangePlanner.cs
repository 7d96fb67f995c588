using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Settings.Writing;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Checks a change and chooses its way. It reads only.</summary>
internal sealed class ChangePlanner(SettingAccess access, INoticeSink notices)
{
    /// <summary>The plan of a change.</summary>
    /// <param name="name">Key, in any case.</param>
    /// <param name="value">Value as given.</param>
    /// <param name="via">Api or Database to insist on one; None to let the rules choose.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">Unknown name, wrong type, or no way to do it without loss.</exception>
    public async Task<SettingChangePlan> PlanAsync(string name, object? value, Access via, CancellationToken cancellation)
    {
        SettingKey? key = SettingCatalogue.Find(name);
        JsonNode? wanted = key is null ? null : SettingConversion.Convert(key, value); // a wrong value costs no request
        SettingSnapshot now = await SettingReader.ReadExactAsync(access, notices, cancellation);
        if (key is null || wanted is null || !now.Values.TryGetValue(key.Name, out JsonNode? old))
            throw new FailureException(Unknown(name, now));

        bool isMissing = now.Missing.Contains(key.Name);
        // A masked secret says nothing of its value, so that it counts as different.
        bool isNeeded = isMissing || (key.IsSecret && now.Source == Access.Api) || !JsonEquality.Same(old, wanted);
        WritePathChoice choice = new(
            access, key.Name, isMissing, !SettingShape.Fits(key, old), now.Source == Access.Database && await MayWriteRowsAsync(cancellation));
        WritePath path = choice.Choose(via);
        if (path == WritePath.ApiWhole && isNeeded) await CheckWholeAsync(key, now, cancellation);
        PlannedChange change = new(key, old, wanted, path, now.Source, now.Rows?.GetValueOrDefault(key.Name)?.Json);
        return PlanOf(change, isNeeded, isMissing);
    }

    private SettingChangePlan PlanOf(PlannedChange change, bool isNeeded, bool isMissing) => new(change)
    {
        Name = change.Key.Name,
        OldValue = SettingPresenter.Show(change.Key.Name, change.Key, change.Old),
        NewValue = SettingPresenter.Show(change.Key.Name, change.Key, change.New),
        IsNeeded = isNeeded,
        Via = change.Via,
        Action = Texts.Format(
            "notice.setting.plan." + (isNeeded ? WordOf(change.Path) : "unchanged"),
            isMissing ? Texts.Format("notice.setting.no-row") : TextOf(change.Key, change.Old),
            TextOf(change.Key, change.New)),
    };

    private string WordOf(WritePath path) => path switch
    {
        WritePath.ApiByKey => "by-key",
        WritePath.ApiWhole => "whole",
        _ => access.Api is null ? "row" : "row-and-reload",
    };

    private static string TextOf(SettingKey key, JsonNode? value) => ValueText.Of(SettingMask.Hide(key.Name, key, value));

    private Failure Unknown(string name, SettingSnapshot now) => now.Values.ContainsKey(name)
        ? SettingFailures.SettingTypeUnknown(HarmlessText.Of(name))
        : SettingSelection.NotFound(name, now, access.Server.Version);

    private async Task<bool> MayWriteRowsAsync(CancellationToken cancellation) => (await access.Database!.ProbeAsync(cancellation)).MayWriteSettings;

    /// <summary>What would be refused at the write is refused here already, so that -WhatIf tells it.</summary>
    private async Task CheckWholeAsync(SettingKey key, SettingSnapshot now, CancellationToken cancellation)
    {
        SettingSnapshot shown = now.Source == Access.Api ? now : await SettingReader.FromApiAsync(access, cancellation);
        WholeBody.Check(shown.Values, key);
    }
}

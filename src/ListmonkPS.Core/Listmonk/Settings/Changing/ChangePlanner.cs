using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Checks changes and chooses their way. It reads only.</summary>
internal sealed class ChangePlanner(SettingAccess access, INoticeSink notices)
{
    /// <summary>The plan of changes that are written at once.</summary>
    /// <param name="assignments">Settings, in any case, and their values as given.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">Unknown name, wrong type, or no way to do it without loss.</exception>
    public async Task<SettingChangePlan> PlanAsync(
        IReadOnlyList<SettingAssignment> assignments, SettingChangeOptions options, CancellationToken cancellation)
    {
        AssignmentReader.CheckEarly(assignments);
        SettingSnapshot now = await SettingReader.ReadExactAsync(access, notices, cancellation);
        IReadOnlyList<SettingEdit> edits = new AssignmentReader(now, access.Server.Version).Read(assignments);
        PlannedRow[] rows = [.. Needed(edits).GroupBy(edit => edit.Target.KeyName)
            .Select(group => new PlannedRow(group.First().Target.Key!, [.. group], access.Server.Version))];
        ChangeRules.Check(rows, now);
        if (access.Api is not null && !options.NoReload) ChangeRules.CheckStart(rows, now);
        WritePathChoice choice = new(access, rows, now, now.Source == Access.Database && await MayWriteRowsAsync(cancellation), options.NoReload);
        WritePath path = choice.Choose(options.Via);
        PlannedChange change = new(edits, [.. rows.Where(row => row.Edits.Any(edit => edit.IsNeeded))], path, now.Source, options.NoReload);
        if (path == WritePath.ApiWhole && change.Rows.Count > 0) await CheckWholeAsync(change, now, cancellation);
        return PlanOf(change, now);
    }

    /// <summary>What changes; everything, when nothing does, so that the way is chosen and checked all the same.</summary>
    private static IEnumerable<SettingEdit> Needed(IReadOnlyList<SettingEdit> edits) => edits.Any(edit => edit.IsNeeded) ? edits.Where(edit => edit.IsNeeded) : edits;

    private SettingChangePlan PlanOf(PlannedChange change, SettingSnapshot now) => new(change)
    {
        Items = [.. change.Edits.Select(edit => new SettingPlanItem
        {
            Name = edit.Target.Name,
            OldValue = SettingPresenter.Show(edit.Target, edit.Old),
            NewValue = SettingPresenter.Show(edit.Target, edit.New),
            IsNeeded = edit.IsNeeded,
        })],
        Via = change.Via,
        Action = ActionOf(change, now),
    };

    private string ActionOf(PlannedChange change, SettingSnapshot now)
    {
        string word = change.Rows.Count == 0 ? "unchanged" : WordOf(change);
        if (change.Edits is [{ } only]) return Texts.Format("notice.setting.plan." + word, OldText(only, now), TextOf(only.Target, only.New));
        string list = string.Join("; ", change.Edits.Where(edit => edit.IsNeeded)
            .Select(edit => Texts.Format("notice.setting.plan.item", edit.Target.Name, OldText(edit, now), TextOf(edit.Target, edit.New))));
        return Texts.Format("notice.setting.plan.many-" + word, list);
    }

    private string WordOf(PlannedChange change) => change.Path switch
    {
        WritePath.ApiByKey => "by-key",
        WritePath.ApiWhole => "whole",
        _ when change.NoReload => "row-alone",
        _ => access.Api is null ? "row" : "row-and-reload",
    };

    private static string OldText(SettingEdit edit, SettingSnapshot now) =>
        now.Missing.Contains(edit.Target.KeyName) ? Texts.Format("notice.setting.no-row") : TextOf(edit.Target, edit.Old);

    private static string TextOf(SettingTarget target, JsonNode? value) => ValueText.Of(SettingPresenter.Hide(target, value));

    private async Task<bool> MayWriteRowsAsync(CancellationToken cancellation) => (await access.Database!.ProbeAsync(cancellation)).MayWriteSettings;

    /// <summary>What would be refused at the write is refused here already, so that -WhatIf tells it.</summary>
    private async Task CheckWholeAsync(PlannedChange change, SettingSnapshot now, CancellationToken cancellation)
    {
        foreach (SettingEdit edit in change.Rows.SelectMany(row => row.Edits))
        {
            if (edit.IsSecret && JsonEquality.Same(edit.New, JsonValue.Create("")) && !JsonEquality.Same(edit.Old, edit.New))
                throw new FailureException(SettingFailures.SecretCannotBeEmptied(edit.Target.Name));
        }

        SettingSnapshot shown = now.Source == Access.Api ? now : await SettingReader.FromApiAsync(access, cancellation);
        WholeBody.Check(shown.Values, change.Rows[0].Edits[0].Target.Name);
    }
}

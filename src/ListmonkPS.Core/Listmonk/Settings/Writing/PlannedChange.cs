namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>What stands behind a plan: the changes with their bare values, written at once.</summary>
/// <param name="Edits">Every setting that was named, also one that has its value already.</param>
/// <param name="Rows">The rows that change, by key.</param>
/// <param name="Path">How.</param>
/// <param name="Source">Where the old values were read.</param>
/// <param name="NoReload">True when the server is not to reload.</param>
internal sealed record PlannedChange(IReadOnlyList<SettingEdit> Edits, IReadOnlyList<PlannedRow> Rows, WritePath Path, Access Source, bool NoReload = false)
{
    private const int MostNames = 5;

    /// <summary>The access by which it is made.</summary>
    public Access Via => Path == WritePath.Database ? Access.Database : Access.Api;

    /// <summary>The settings within a sentence.</summary>
    public string Names => Edits.Count <= MostNames
        ? string.Join(", ", Edits.Select(edit => edit.Target.Name))
        : Texts.Format("notice.setting.and-more", string.Join(", ", Edits.Take(MostNames).Select(edit => edit.Target.Name)), Edits.Count - MostNames);
}

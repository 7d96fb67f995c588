using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Chooses the way to write settings that harms nothing else (design 7).</summary>
/// <param name="Access">The ways that there are.</param>
/// <param name="Rows">What is to change.</param>
/// <param name="Now">The settings now.</param>
/// <param name="MayWriteRows">True when the database takes changes of settings from our role.</param>
/// <param name="NoReload">True when the server is not to reload.</param>
internal sealed record WritePathChoice(SettingAccess Access, IReadOnlyList<PlannedRow> Rows, SettingSnapshot Now, bool MayWriteRows, bool NoReload)
{
    private string Target => Rows[0].Edits[0].Target.Name;

    /// <summary>A row that the API cannot make (G5), or over which it fails (G32).</summary>
    private PlannedRow? Unreachable => Rows.FirstOrDefault(row => IsMissing(row) || IsWrongType(row));

    /// <summary>
    /// By key the API stores what it is given: then secrets of other members would have to be sent, and the API does not tell them. Several keys are several
    /// writes, of which the later may fail.
    /// </summary>
    private bool CanGoByKey => Access.Server.Quirks.HasSettingByKey && Rows is [{ } row] && (row.Key.IsSecret || !row.Key.HasSecret);

    /// <summary>The way.</summary>
    /// <param name="via">Api or Database to insist on one; None to let the rules choose.</param>
    /// <exception cref="FailureException">There is none.</exception>
    public WritePath Choose(Access via) => via switch
    {
        ListmonkPS.Access.Api => Access.Api is null ? throw new FailureException(SessionFailures.NeedsApi(Access.Session.Name))
            : NoReload ? throw new FailureException(SettingFailures.ReloadCannotBeKeptBack(Target))
            : Unreachable is { } row ? throw RowTrouble(row)
            : ByApi(),
        ListmonkPS.Access.Database => Access.Database is null ? throw new FailureException(SessionFailures.NeedsDatabase(Access.Session.Name))
            : MayWriteRows ? WritePath.Database
            : throw ReadOnly(),
        _ => ByRules(),
    };

    private WritePath ByRules()
    {
        if (Unreachable is null && Access.Api is not null && CanGoByKey && !NoReload) return WritePath.ApiByKey;
        if (MayWriteRows) return WritePath.Database;
        if (Unreachable is { } row) throw Access.Database is null ? RowTrouble(row) : ReadOnly();
        if (Access.Api is null) throw ReadOnly();
        return NoReload ? throw new FailureException(SettingFailures.ReloadCannotBeKeptBack(Target)) : ByApi();
    }

    private WritePath ByApi() => CanGoByKey ? WritePath.ApiByKey
        : Rows.FirstOrDefault(row => !row.Key.InApi) is { } hidden ? throw new FailureException(SettingFailures.SettingNotInApi(hidden.Key.Name))
        : WritePath.ApiWhole;

    private bool IsMissing(PlannedRow row) => Now.Missing.Contains(row.Key.Name);

    private bool IsWrongType(PlannedRow row) => !SettingShape.Fits(row.Key, Now.Values.GetValueOrDefault(row.Key.Name));

    private FailureException RowTrouble(PlannedRow row) =>
        new(IsMissing(row) ? SettingFailures.SettingRowMissing(row.Key.Name) : SettingFailures.SettingRowWrongType(row.Key.Name));

    private FailureException ReadOnly() => new(SettingFailures.SettingsReadOnly(Target, Access.Database?.Place ?? ""));
}

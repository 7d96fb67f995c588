using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Chooses the way to write a setting that harms nothing else (design 7).</summary>
/// <param name="Access">The ways that there are.</param>
/// <param name="Key">The setting.</param>
/// <param name="IsMissing">True when its row is missing: the API cannot make it (G5).</param>
/// <param name="IsWrongType">True when its row has the wrong type: the API fails over it (G32).</param>
/// <param name="MayWriteRows">True when the database takes changes of settings from our role.</param>
internal sealed record WritePathChoice(SettingAccess Access, string Key, bool IsMissing, bool IsWrongType, bool MayWriteRows)
{
    private bool NeedsRow => IsMissing || IsWrongType;

    /// <summary>The way.</summary>
    /// <param name="via">Api or Database to insist on one; None to let the rules choose.</param>
    /// <exception cref="FailureException">There is none.</exception>
    public WritePath Choose(Access via) => via switch
    {
        ListmonkPS.Access.Api => Access.Api is null ? throw new FailureException(SessionFailures.NeedsApi(Access.Session.Name))
            : NeedsRow ? throw RowTrouble()
            : ByApi(),
        ListmonkPS.Access.Database => Access.Database is null ? throw new FailureException(SessionFailures.NeedsDatabase(Access.Session.Name))
            : MayWriteRows ? WritePath.Database
            : throw ReadOnly(),
        _ => ByRules(),
    };

    private WritePath ByRules()
    {
        if (!NeedsRow && Access.Api is not null && Access.Server.Quirks.HasSettingByKey) return WritePath.ApiByKey;
        if (MayWriteRows) return WritePath.Database;
        if (NeedsRow) throw Access.Database is null ? RowTrouble() : ReadOnly();
        return Access.Api is null ? throw ReadOnly() : WritePath.ApiWhole;
    }

    private WritePath ByApi() => Access.Server.Quirks.HasSettingByKey ? WritePath.ApiByKey : WritePath.ApiWhole;

    private FailureException RowTrouble() =>
        new(IsMissing ? SettingFailures.SettingRowMissing(Key) : SettingFailures.SettingRowWrongType(Key));

    private FailureException ReadOnly() => new(SettingFailures.SettingsReadOnly(Key, Access.Database?.Place ?? ""));
}

using ListmonkPS.Core.Listmonk.Settings.Reading;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>
/// Writes by PUT /api/settings/{key}: touches nothing else, but answers 200 whatever it does (G50), so that the value is checked before and read back after.
/// It knows no condition: what somebody saves in this one key between the read here and the write is lost.
/// </summary>
internal sealed class ApiKeyWriter(SettingAccess access) : ISettingWriter
{
    /// <inheritdoc/>
    public async Task<WriteOutcome> WriteAsync(PlannedChange change, SettingSnapshot before, CancellationToken cancellation)
    {
        PlannedRow row = change.Rows.Single();
        SettingSnapshot now = before.Source == Access.Database
            ? await SettingReader.FromDatabaseAsync(access, cancellation)
            : await SettingReader.FromApiAsync(access, cancellation);
        row.CheckUnchanged(now, change.Source);
        return await access.Api!.PutSettingAsync(row.Key.Name, row.Apply(now.Values.GetValueOrDefault(row.Key.Name)), cancellation)
            ? WriteOutcome.WaitsForCampaign
            : WriteOutcome.Restarts;
    }
}

using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Reading;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>
/// Writes by PUT /api/settings, which replaces all settings: so they are read just before, and go back as they came but for the changes and the masks.
/// It knows no condition: what somebody saves between this one GET and this one PUT is lost (G9).
/// </summary>
internal sealed class ApiWholeWriter(SettingAccess access) : ISettingWriter
{
    /// <inheritdoc/>
    public async Task<WriteOutcome> WriteAsync(PlannedChange change, SettingSnapshot before, CancellationToken cancellation)
    {
        JsonObject all = await access.Api!.GetSettingsAsync(cancellation);
        SettingSnapshot now = SettingSnapshot.OfApi(all, access.Server.Version);
        foreach (PlannedRow row in change.Rows) row.CheckUnchanged(now, change.Source);
        return await access.Api.PutSettingsAsync(WholeBody.Make(all, change.Rows), cancellation) ? WriteOutcome.WaitsForCampaign : WriteOutcome.Restarts;
    }
}

using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>Writes by PUT /api/settings, which replaces all settings: so they are read just before, and go back as they came but for the one member and the masks.</summary>
internal sealed class ApiWholeWriter(ListmonkApi api) : ISettingWriter
{
    /// <inheritdoc/>
    public async Task<WriteOutcome> WriteAsync(PlannedChange change, CancellationToken cancellation)
    {
        JsonObject body = WholeBody.Make(await api.GetSettingsAsync(cancellation), change.Key, change.New);
        return await api.PutSettingsAsync(body, cancellation) ? WriteOutcome.WaitsForCampaign : WriteOutcome.Restarts;
    }
}

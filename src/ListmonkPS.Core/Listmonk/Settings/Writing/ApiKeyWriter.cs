using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>Writes by PUT /api/settings/{key}: touches nothing else, but answers 200 whatever it does (G50), so that the value is checked before and read back after.</summary>
internal sealed class ApiKeyWriter(ListmonkApi api) : ISettingWriter
{
    /// <inheritdoc/>
    public async Task<WriteOutcome> WriteAsync(PlannedChange change, CancellationToken cancellation) =>
        await api.PutSettingAsync(change.Key.Name, change.New, cancellation) ? WriteOutcome.WaitsForCampaign : WriteOutcome.Restarts;
}

using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Reads the settings from the database where it answers, since it alone tells a missing row and a wrong type; else from the API.</summary>
internal sealed class StoredSettingsSource : FactSource<StoredSettings>
{
    public override Access Needs => Access.Api | Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(DatabaseState)];

    protected override async Task<StoredSettings> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        DatabaseState? state = facts.TryGet<DatabaseState>();
        if (state?.MayRead("settings") is true)
        {
            var rows = await context.Server.Database!.ReadSettingRowsAsync(cancellation);
            return new StoredSettings(rows.ToDictionary(row => row.Key, row => JsonNode.Parse(row.Value.Json)), Access.Database);
        }

        if (context.Server.Api is not { } api)
        {
            throw new FailureException(state!.ObstacleTo("settings")!);
        }

        JsonObject settings = await api.GetSettingsAsync(cancellation);
        return new StoredSettings(settings.ToDictionary(pair => pair.Key, pair => pair.Value), Access.Api);
    }
}

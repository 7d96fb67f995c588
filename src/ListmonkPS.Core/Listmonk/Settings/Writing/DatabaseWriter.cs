using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>
/// Writes rows by compare-and-set, or adds those that are missing, all in one transaction; then has the server reload, if there is an API, no campaign runs
/// and a reload is wanted.
/// </summary>
internal sealed class DatabaseWriter(SettingAccess access, INoticeSink notices) : ISettingWriter
{
    private const string Update =
        "UPDATE settings SET value = @new::jsonb, updated_at = now() WHERE key = @key AND value = @old::jsonb";

    private const string Insert =
        "INSERT INTO settings (key, value, updated_at) VALUES (@key, @new::jsonb, now()) ON CONFLICT DO NOTHING";

    /// <inheritdoc/>
    public async Task<WriteOutcome> WriteAsync(PlannedChange change, SettingSnapshot before, CancellationToken cancellation)
    {
        bool isTold = access.Api is not null && !change.NoReload;
        long? campaigns = isTold ? (await access.Database!.ProbeAsync(cancellation)).RunningCampaigns : null;
        await access.Database!.WriteAsync((connection, transaction, token) => WriteAsync(connection, transaction, change, before, token), cancellation);
        return !isTold ? WriteOutcome.IsNotTold
            : campaigns is null ? NotTold("notice.setting.campaigns-unknown", null)
            : campaigns > 0 ? WriteOutcome.WaitsForCampaign
            : await ReloadAsync(cancellation);
    }

    private static async Task<int> WriteAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, PlannedChange change, SettingSnapshot before, CancellationToken cancellation)
    {
        // By key, so that two of us never wait for each other's rows in a circle.
        foreach (PlannedRow row in change.Rows.OrderBy(row => row.Key.Name, StringComparer.Ordinal))
        {
            SettingRow? old = before.Rows!.GetValueOrDefault(row.Key.Name);
            JsonNode? value = row.Apply(before.Values.GetValueOrDefault(row.Key.Name));
            await using NpgsqlCommand command = new(old is null ? Insert : Update, connection, transaction);
            command.Parameters.AddWithValue("key", row.Key.Name);
            command.Parameters.AddWithValue("new", value?.ToJsonString() ?? "null");
            if (old is not null) command.Parameters.AddWithValue("old", old.Json);
            if (await command.ExecuteNonQueryAsync(cancellation) != 1)
                throw new FailureException(SettingFailures.SettingChangedMeanwhile(row.Edits[0].Target.Name));
        }

        return change.Rows.Count;
    }

    /// <summary>The value is stored: a reload that is refused does not undo that, it is told.</summary>
    private async Task<WriteOutcome> ReloadAsync(CancellationToken cancellation)
    {
        try
        {
            await access.Api!.ReloadAsync(cancellation);
            return WriteOutcome.Restarts;
        }
        catch (FailureException exception)
        {
            return NotTold("notice.setting.reload-failed", exception.Failure.Message);
        }
    }

    private WriteOutcome NotTold(string text, string? reason)
    {
        notices.Warning(Texts.Format(text, access.Session.Name, reason));
        return WriteOutcome.IsNotTold;
    }
}

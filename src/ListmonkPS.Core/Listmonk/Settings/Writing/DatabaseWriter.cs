using ListmonkPS.Core.Listmonk.Settings.Reading;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>Writes one row by compare-and-set, or adds it where it is missing; then has the server reload, if there is an API and no campaign runs.</summary>
internal sealed class DatabaseWriter(SettingAccess access, INoticeSink notices) : ISettingWriter
{
    private const string Update =
        "UPDATE settings SET value = @new::jsonb, updated_at = now() WHERE key = @key AND value = @old::jsonb";

    private const string Insert =
        "INSERT INTO settings (key, value, updated_at) VALUES (@key, @new::jsonb, now()) ON CONFLICT DO NOTHING";

    /// <inheritdoc/>
    public async Task<WriteOutcome> WriteAsync(PlannedChange change, CancellationToken cancellation)
    {
        long? campaigns = access.Api is null ? null : (await access.Database!.ProbeAsync(cancellation)).RunningCampaigns;
        int rows = await access.Database!.WriteAsync((connection, transaction, token) => WriteAsync(connection, transaction, change, token), cancellation);
        if (rows != 1) throw new FailureException(SettingFailures.SettingChangedMeanwhile(change.Key.Name));
        return access.Api is null ? WriteOutcome.IsNotTold
            : campaigns is null ? NotTold("notice.setting.campaigns-unknown", null)
            : campaigns > 0 ? WriteOutcome.WaitsForCampaign
            : await ReloadAsync(cancellation);
    }

    private static async Task<int> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, PlannedChange change, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(change.Row is null ? Insert : Update, connection, transaction);
        command.Parameters.AddWithValue("key", change.Key.Name);
        command.Parameters.AddWithValue("new", change.New.ToJsonString());
        if (change.Row is not null) command.Parameters.AddWithValue("old", change.Row);
        return await command.ExecuteNonQueryAsync(cancellation);
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

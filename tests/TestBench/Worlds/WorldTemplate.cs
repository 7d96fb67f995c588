using System.Globalization;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Schema;
using ListmonkPS.TestBench.Worlds.History;
using Npgsql;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>The database that all worlds with the same options are copies of.</summary>
internal sealed class WorldTemplate(WorldOptions options, Quirks quirks, DateTimeOffset now)
{
    /// <summary>How long the switch has been off in <see cref="WorldHistory.SwitchOff"/>.</summary>
    public static readonly TimeSpan SwitchOffSince = TimeSpan.FromDays(21);

    /// <summary>Names the template: all options that its rows depend on.</summary>
    public string Key => string.Join('_', options.History switch
    {
        WorldHistory.Fresh or WorldHistory.Empty => [Version, History],
        _ => new[] { Version, History, Number(options.Subscribers), Number(options.RandomSeed), Number(options.Now?.ToUnixTimeSeconds() ?? 0) },
    });

    private string Version => options.Version.Replace(".", "", StringComparison.Ordinal);

    private string History => options.History.ToString().ToLowerInvariant();

    /// <summary>Builds it in an empty database.</summary>
    /// <param name="superuser">Connection to that database.</param>
    /// <param name="ct">Ends it.</param>
    public async Task BuildAsync(NpgsqlConnection superuser, CancellationToken ct)
    {
        await WorldRoles.PrepareAsync(superuser, ct);
        await ListmonkSchema.CreateAsync(superuser, quirks, ct);
        await WorldRoles.AddApiUsersAsync(superuser, quirks, ct);
        if (options.History == WorldHistory.Fresh)
            await ListmonkSchema.AddFirstContentAsync(superuser, ct);
        else
            await LiveAsync(superuser, ct);
        await ListmonkSchema.RefreshViewsAsync(superuser, ct);
        await WorldRoles.FinishAsync(superuser, ct);
    }

    private async Task LiveAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        DateTimeOffset begin = now - SignUpTimes.Span;
        await LivedInSettings.WriteAsync(owner, quirks, ct);
        // A PUT of all settings leaves updated_at at the day of the install (G8).
        await ExecuteAsync(owner, "update settings set updated_at = @begin", begin, ct);
        await HistoryLists.AddAsync(owner, begin, ct);
        if (options.History == WorldHistory.Empty)
            return;
        bool off = options.History == WorldHistory.SwitchOff;
        if (off)
            await ExecuteAsync(owner, "update settings set value = 'false', updated_at = @begin where key = 'app.send_optin_confirmation'", begin, ct);
        SignUpHistory history = new(options.RandomSeed, now, off ? now - SwitchOffSince : null);
        await HistoryWriter.WriteAsync(owner, [.. history.People(options.Subscribers)], ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, DateTimeOffset begin, CancellationToken ct)
    {
        await using NpgsqlCommand command = new(sql, connection);
        command.Parameters.AddWithValue("begin", begin);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

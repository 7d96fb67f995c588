using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>
/// What is known of the values that the process runs with. GET /api/settings shows what is stored (G4); of a few settings GET /api/config shows what was
/// loaded, and a row that was written after the process started cannot have been loaded. Everything else stays unknown.
/// </summary>
internal sealed class ActiveValues
{
    private readonly ApiConfig? _config;
    private readonly ProcessStart _start;
    private readonly IReadOnlyDictionary<string, DateTimeOffset> _writtenAt;
    private readonly ICollection<string> _waiting;

    private ActiveValues(ApiConfig? config, ProcessStart start, IReadOnlyDictionary<string, DateTimeOffset> writtenAt, ICollection<string> waiting) =>
        (_config, _start, _writtenAt, _waiting) = (config, start, writtenAt, waiting);

    /// <summary>Nothing is known.</summary>
    public static ActiveValues Unknown { get; } = new(null, ProcessStart.Unknown, new Dictionary<string, DateTimeOffset>(), []);

    /// <summary>True when the server waits for a restart to load what was saved (G26).</summary>
    public bool ServerWaits => _config?.NeedsRestart == true;

    /// <summary>Asks the server, and the database for the times of its rows where there is one. What cannot be had is not known.</summary>
    public static async Task<ActiveValues> ReadAsync(SettingAccess access, SettingSnapshot snapshot, INoticeSink notices, CancellationToken cancellation)
    {
        ActiveValues loaded = await ReadLoadedAsync(access, notices, cancellation);
        if (loaded._config is null || access.Database is null) return loaded;
        try
        {
            ProcessStart start = ProcessStart.Of(await access.Api!.GetLogAsync(cancellation), access.Server.Time.GetUtcNow());
            IReadOnlyDictionary<string, SettingRow> rows = snapshot.Rows ?? await access.Database.ReadSettingRowsAsync(cancellation);
            Dictionary<string, DateTimeOffset> writtenAt = rows.Values.Where(row => row.UpdatedAt is not null).ToDictionary(row => row.Key, row => row.UpdatedAt!.Value);
            return new ActiveValues(loaded._config, start, writtenAt, loaded._waiting);
        }
        catch (FailureException exception)
        {
            notices.Verbose(exception.Failure.Message);
            return loaded;
        }
    }

    /// <summary>Asks the server alone.</summary>
    public static async Task<ActiveValues> ReadLoadedAsync(SettingAccess access, INoticeSink notices, CancellationToken cancellation)
    {
        if (access.Api is not { } api) return Unknown;
        try
        {
            ApiConfig config = await api.GetConfigAsync(cancellation);
            if (!config.NeedsRestart) access.Server.Waiting.Clear();
            return new ActiveValues(config, ProcessStart.Unknown, Unknown._writtenAt, [.. access.Server.Waiting.Keys]);
        }
        catch (FailureException exception)
        {
            notices.Verbose(exception.Failure.Message);
            return Unknown;
        }
    }

    /// <summary>What the server itself tells of a loaded value: true when it is the stored one, false when not, null for most settings.</summary>
    public bool? Proof(string key, SettingSnapshot snapshot) => _config?.Loaded.TryGetValue(key, out JsonNode? loaded) == true
        ? StoredLikeness.IsSame(key, loaded, snapshot.Values.GetValueOrDefault(key))
        : null;

    /// <summary>True when the process runs with the stored value, false when it does not, null when that is not known.</summary>
    public bool? IsActive(string key, SettingSnapshot snapshot)
    {
        if (Proof(key, snapshot) is { } proof) return proof;
        bool isWaiting = _waiting.Contains(key) || (_writtenAt.TryGetValue(key, out DateTimeOffset at) && at > _start.NotAfter);
        return isWaiting ? false : null;
    }
}

using System.Text.Json.Nodes;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Edits;

/// <summary>Somebody else who saves one setting, at a moment that the test chooses.</summary>
internal sealed class SecondAdmin
{
    private readonly SettingWorld _bench;
    private readonly Func<string, string, bool> _isMoment;
    private int _saves;

    /// <summary>Waits for the moment.</summary>
    /// <param name="bench">The world.</param>
    /// <param name="key">What he changes.</param>
    /// <param name="value">To what.</param>
    /// <param name="isMoment">Told method and path of each request before it is handled; the first time it says true, he saves.</param>
    public SecondAdmin(SettingWorld bench, string key, JsonNode value, Func<string, string, bool> isMoment)
    {
        (_bench, _isMoment) = (bench, isMoment);
        (Key, Json) = (key, value.ToJsonString());
        bench.World.Server.BeforeRequest = WatchAsync;
    }

    /// <summary>What he changes.</summary>
    public string Key { get; }

    /// <summary>What he stores.</summary>
    public string Json { get; }

    /// <summary>True once he has saved.</summary>
    public bool HasSaved => Volatile.Read(ref _saves) > 0;

    /// <summary>Saves now, if he has not yet.</summary>
    public async Task SaveAsync()
    {
        if (Interlocked.Exchange(ref _saves, 1) == 0)
            await _bench.SqlAsync($"update settings set value = $q${Json}$q$::jsonb where key = '{Key}'");
    }

    /// <summary>Goes away.</summary>
    public void Leave() => _bench.World.Server.BeforeRequest = null;

    private async Task WatchAsync(string method, string path)
    {
        if (!HasSaved && _isMoment(method, path)) await SaveAsync();
    }
}

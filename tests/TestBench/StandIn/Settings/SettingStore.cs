using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Database;

namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>The rows of <c>settings</c> as the API reads and writes them: always the database of this moment, never what was loaded (G4).</summary>
internal sealed class SettingStore(ListmonkDatabase database, Quirks quirks)
{
    private readonly SettingField[] _fields = SettingFields.Of(quirks.Version);

    /// <summary>All members of the structure, typed, secrets in clear; a missing row shows its zero value (3.5).</summary>
    /// <exception cref="WrongTypeException">A row has another JSON type.</exception>
    public async Task<JsonObject> ReadAsync(CancellationToken ct)
    {
        Dictionary<string, JsonNode?> rows = await RowsAsync(database, ct);
        return Decode(rows.GetValueOrDefault);
    }

    /// <summary>The answer of GET: as <see cref="ReadAsync"/>, secrets masked.</summary>
    public async Task<JsonObject> ReadMaskedAsync(CancellationToken ct)
    {
        JsonObject settings = await ReadAsync(ct);
        foreach (SettingField field in _fields)
        {
            JsonNode? value = settings[field.Name];
            JsonNode? masked = SettingMask.Apply(field, value);
            if (!ReferenceEquals(value, masked))
                settings[field.Name] = masked;
            if (field.HiddenWhenEmpty && masked?.GetValue<string>() == "")
                settings.Remove(field.Name);
        }
        return settings;
    }

    /// <summary>What a PUT body means: every member of the structure, those left out as zero values (G6).</summary>
    /// <exception cref="WrongTypeException">A member has another JSON type.</exception>
    public JsonObject Decode(JsonObject body) => Decode(name => body[name]);

    /// <summary>
    /// Replaces every row that exists; inserts none (G5) and leaves updated_at alone (G8). Empty secrets keep what is stored (G7).
    /// </summary>
    public async Task ReplaceAsync(JsonObject settings, CancellationToken ct)
    {
        JsonObject stored = await ReadAsync(ct);
        List<string> keys = [];
        List<string> values = [];
        foreach (SettingField field in _fields)
        {
            JsonNode? kept = SecretKeeper.Keep(field, settings[field.Name], stored[field.Name]);
            keys.Add(field.Name);
            values.Add(kept?.ToJsonString() ?? "null");
        }
        await database.ExecuteAsync(
            "update settings set value = new.value::jsonb from unnest(@keys, @values) as new (key, value) where settings.key = new.key",
            ct,
            ("keys", keys.ToArray()),
            ("values", values.ToArray()));
    }

    /// <summary>Writes one row, if there is one, whatever the value is (G50); this one moves updated_at (G8).</summary>
    public Task WriteOneAsync(string key, string json, CancellationToken ct) => database.ExecuteAsync(
        "update settings set value = @value::jsonb, updated_at = now() where key = @key", ct, ("key", key), ("value", json));

    /// <summary>The rows as they stand.</summary>
    public static async Task<Dictionary<string, JsonNode?>> RowsAsync(ListmonkDatabase database, CancellationToken ct)
    {
        List<(string Key, string Value)> rows = await database.QueryAsync(
            "select key, value::text from settings", reader => (reader.GetString(0), reader.GetString(1)), ct);
        return rows.ToDictionary(row => row.Key, row => JsonNode.Parse(row.Value));
    }

    private JsonObject Decode(Func<string, JsonNode?> value)
    {
        JsonObject settings = [];
        foreach (SettingField field in _fields)
            settings[field.Name] = SettingDecoder.Decode(field, value(field.Name));
        return settings;
    }
}

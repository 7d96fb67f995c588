using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Settings;

namespace ListmonkPS.TestBench.StandIn.Loaded;

/// <summary>
/// What a process took over from the rows when it started; later edits do not touch it (G4). Reading is lenient here, unlike in the API: a
/// missing row is off, 0 or empty (G5), a text such as "true" counts as on (G32).
/// </summary>
internal sealed class LoadedSettings
{
    private readonly Dictionary<string, JsonNode?> _rows;
    private readonly Quirks _quirks;

    public LoadedSettings(Dictionary<string, JsonNode?> rows, Quirks quirks)
    {
        (_rows, _quirks) = (rows, quirks);
        SendsOptIn = Flag("app.send_optin_confirmation");
        Smtp = [.. LoadSmtp().Where(block => block.IsEnabled)];
        RootUrl = quirks.TrimsOneSlashAtStart ? OneSlashLess(Text("app.root_url")) : Text("app.root_url").TrimEnd('/');
    }

    /// <summary>The switch, as loaded.</summary>
    public bool SendsOptIn { get; }

    /// <summary>Enabled SMTP blocks.</summary>
    public IReadOnlyList<SmtpBlock> Smtp { get; }

    /// <summary>Whether there is any block, enabled or not.</summary>
    public bool HasSmtpBlocks => _rows.GetValueOrDefault("smtp") is JsonArray { Count: > 0 };

    /// <summary>Prefix of links.</summary>
    public string RootUrl { get; }

    /// <summary>A flag; missing, null and (since v5) any text but a true word is off.</summary>
    /// <exception cref="StartFailureException">Text that is no truth value, in a version that minds (3.5).</exception>
    public bool Flag(string key) => _rows.GetValueOrDefault(key) is { } value && value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => value.ToJsonString() is not ("0" or "0.0"),
        JsonValueKind.String => Word(value.GetValue<string>()),
        _ => false,
    };

    /// <summary>A text; empty when missing or of another type.</summary>
    public string Text(string key) =>
        _rows.GetValueOrDefault(key) is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    /// <summary>A whole number; 0 when missing or of another type.</summary>
    public int Whole(string key) =>
        _rows.GetValueOrDefault(key) is JsonValue value && value.TryGetValue(out int number) ? number : 0;

    /// <summary>Array of text; empty when missing.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        _rows.GetValueOrDefault(key) is JsonArray array ? [.. array.Select(item => item?.GetValue<string>() ?? "")] : [];

    /// <summary>Whether there is such a row.</summary>
    public bool Has(string key) => _rows.ContainsKey(key);

    private bool Word(string word) => word switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "" or "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => _quirks.StartFailsOnBadSwitch
            ? throw new StartFailureException($"error loading app config: strconv.ParseBool: parsing \"{word}\": invalid syntax")
            : false,
    };

    private IEnumerable<SmtpBlock> LoadSmtp()
    {
        SettingField field = SettingFields.Of(_quirks.Version).Single(field => field.Name == "smtp");
        JsonNode? blocks;
        try
        {
            blocks = SettingDecoder.Decode(field, _rows.GetValueOrDefault("smtp"));
        }
        catch (WrongTypeException e)
        {
            throw new StartFailureException($"error reading SMTP config: {e.Message}");
        }
        return (blocks as JsonArray ?? []).Select(block => SmtpBlock.Load(block!.AsObject(), _quirks));
    }

    private static string OneSlashLess(string url) => url.EndsWith('/') ? url[..^1] : url;
}

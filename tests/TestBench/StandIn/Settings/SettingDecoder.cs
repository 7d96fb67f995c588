using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>
/// Reads JSON into the settings structure as the server does: a member left out, or null, becomes its zero value (G6), one that the structure
/// does not know is dropped, one of another type is refused (G32).
/// </summary>
internal static class SettingDecoder
{
    /// <summary>Value of a field as the server would hold and write it.</summary>
    /// <exception cref="WrongTypeException">The value has another type.</exception>
    public static JsonNode? Decode(SettingField field, JsonNode? value) => field.Kind switch
    {
        FieldKind.Flag => value is null ? false : Scalar(field, value, JsonValueKind.True, JsonValueKind.False),
        FieldKind.Whole => value is null ? 0 : WholeNumber(field, value),
        FieldKind.WholeOrNull => value is null ? null : WholeNumber(field, value),
        FieldKind.Text => value is null ? "" : Scalar(field, value, JsonValueKind.String),
        FieldKind.TextArray => Array(field, value, item => item is null ? "" : Scalar(field, item, JsonValueKind.String)),
        FieldKind.TextMaps => Array(field, value, item => TextMap(field, item)),
        FieldKind.Block => Block(field, value),
        FieldKind.Blocks => Array(field, value, item => Block(field, item)),
        FieldKind.BlockMap => BlockMap(field, value),
        _ => throw new InvalidOperationException($"{field.Kind}"),
    };

    private static JsonNode Scalar(SettingField field, JsonNode value, params JsonValueKind[] kinds) =>
        kinds.Contains(value.GetValueKind()) ? value.DeepClone() : throw Wrong(field, value);

    private static JsonNode WholeNumber(SettingField field, JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), out _) ? value.DeepClone() : throw Wrong(field, value);

    private static JsonArray? Array(SettingField field, JsonNode? value, Func<JsonNode?, JsonNode?> item) => value switch
    {
        null => null,
        JsonArray array => new JsonArray([.. array.Select(item)]),
        _ => throw Wrong(field, value),
    };

    private static JsonObject? TextMap(SettingField field, JsonNode? value) => value switch
    {
        null => null,
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create<string, JsonNode?>(
            pair.Key, pair.Value is null ? "" : Scalar(field, pair.Value, JsonValueKind.String)))),
        _ => throw Wrong(field, value),
    };

    private static JsonObject Block(SettingField field, JsonNode? value)
    {
        if (value is not (null or JsonObject))
            throw Wrong(field, value);
        JsonObject block = [];
        foreach (SettingField member in field.Members)
            block[member.Name] = Decode(member, value?[member.Name]);
        return block;
    }

    private static JsonObject? BlockMap(SettingField field, JsonNode? value) => value switch
    {
        null => null,
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, Block(field, pair.Value)))),
        _ => throw Wrong(field, value),
    };

    private static WrongTypeException Wrong(SettingField field, JsonNode value) =>
        new($"json: cannot unmarshal {Word(value.GetValueKind())} into Go struct field Settings.{field.Name} of type {Word(field.Kind)}");

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Word(FieldKind kind) => kind switch
    {
        FieldKind.Flag => "bool",
        FieldKind.Whole or FieldKind.WholeOrNull => "int",
        FieldKind.Text or FieldKind.TextArray => "string",
        _ => "struct",
    };
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Listmonk.Settings.Addressing;

/// <summary>By what one block of an array is found again when the array is read anew: its uuid, else its place.</summary>
/// <param name="Uuid">Its uuid; empty before the first save (contract 3.3).</param>
/// <param name="Index">Its place in the array.</param>
/// <param name="Name">Its name; empty for none.</param>
/// <param name="Host">Its host; empty for none.</param>
internal sealed record BlockIdentity(string Uuid, int Index, string Name, string Host)
{
    /// <summary>What listmonk puts before names of SMTP servers, and people leave out.</summary>
    private const string SmtpPrefix = "email-";

    /// <summary>The name as it is typed: without what listmonk puts before it.</summary>
    public string ShortName => Name.StartsWith(SmtpPrefix, StringComparison.OrdinalIgnoreCase) ? Name[SmtpPrefix.Length..] : Name;

    /// <summary>The blocks of an array; what is no object is left out.</summary>
    public static IReadOnlyList<BlockIdentity> AllOf(JsonArray array) =>
        [.. array.Select((block, index) => (Block: block as JsonObject, Index: index)).Where(item => item.Block is not null).Select(item => Of(item.Block!, item.Index))];

    /// <summary>Every text by which the block may be addressed.</summary>
    public IEnumerable<string> Names => new[] { Name, ShortName, Uuid, Host, IndexText }.Where(name => name.Length > 0);

    /// <summary>Its place as text.</summary>
    public string IndexText => Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The block in an array that was read anew; null when it is not there any more.</summary>
    public JsonObject? Find(JsonNode? array)
    {
        if (array is not JsonArray blocks) return null;
        JsonObject? there = Index < blocks.Count ? blocks[Index] as JsonObject : null;
        return Uuid.Length == 0 || (there is not null && TextOf(there, "uuid") == Uuid)
            ? there
            : blocks.OfType<JsonObject>().FirstOrDefault(block => TextOf(block, "uuid") == Uuid);
    }

    /// <summary>False when the array was changed so that the place may mean another block now.</summary>
    public bool IsStillAt(JsonNode? array) =>
        Find(array) is { } block && (Uuid.Length > 0 || (TextOf(block, "name") == Name && TextOf(block, "host") == Host));

    /// <summary>The shortest text that addresses this block of an array and no other.</summary>
    public string ShortestAmong(IReadOnlyList<BlockIdentity> all) =>
        new[] { ShortName, Host, Uuid }.FirstOrDefault(name => AddressText.CanName(name) && all.Count(other => other.HasName(name)) == 1) ?? IndexText;

    private bool HasName(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static BlockIdentity Of(JsonObject block, int index) => new(TextOf(block, "uuid"), index, TextOf(block, "name"), TextOf(block, "host"));

    private static string TextOf(JsonObject block, string member) =>
        block[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
}

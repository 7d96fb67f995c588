using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>The body that replaces all settings and changes one: unknown members and every uuid stay, masks become empty, so that the server keeps its secrets (G6, G7).</summary>
internal static class WholeBody
{
    /// <summary>The body.</summary>
    /// <param name="all">All settings as the API answered them.</param>
    /// <param name="rows">What is to change.</param>
    /// <exception cref="FailureException">The server would mix up secrets.</exception>
    public static JsonObject Make(JsonObject all, IReadOnlyList<PlannedRow> rows)
    {
        Check(all, rows[0].Edits[0].Target.Name);
        JsonObject body = new(all.Select(member =>
            KeyValuePair.Create(member.Key, SettingMask.Blank(member.Key, SettingCatalogue.Find(member.Key), member.Value))));
        foreach (PlannedRow row in rows) body[row.Key.Name] = row.Apply(body[row.Key.Name]);
        return body;
    }

    /// <summary>
    /// Refuses where a secret would not come back to its block: a block without uuid takes the secret of the last stored block that has none (G7), which
    /// is its own only while it is the only one.
    /// </summary>
    /// <param name="all">All settings as the API answered them.</param>
    /// <param name="target">What is to change, for the failure.</param>
    /// <exception cref="FailureException">SettingWouldLoseSecret.</exception>
    public static void Check(IEnumerable<KeyValuePair<string, JsonNode?>> all, string target)
    {
        foreach ((string name, JsonNode? value) in all)
        {
            if (value is not JsonArray blocks) continue;
            JsonNode?[] nameless = [.. blocks.Where(block => block is JsonObject members && !HasUuid(members))];
            if (nameless.Length > 1 && nameless.Any(block => SettingMask.HasMask(name, SettingCatalogue.Find(name), block)))
                throw new FailureException(SettingFailures.SettingWouldLoseSecret(target, HarmlessText.Of(name), nameless.Length));
        }
    }

    private static bool HasUuid(JsonObject block) =>
        block["uuid"] is JsonValue uuid && uuid.GetValueKind() == JsonValueKind.String && uuid.GetValue<string>().Length > 0;
}

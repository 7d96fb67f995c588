using System.Text.Json.Nodes;

namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>
/// What a PUT does with secrets (G7): an empty one keeps the stored one; in arrays the stored block is found by uuid, where blocks without uuid
/// all look alike and the last of them wins. A mask that is sent back is stored like any other text. Blocks without uuid then get one.
/// </summary>
internal static class SecretKeeper
{
    /// <summary>Fills the empty secrets of a new value from the stored one, in place, and gives it back.</summary>
    public static JsonNode? Keep(SettingField field, JsonNode? sent, JsonNode? stored)
    {
        if (field.IsSecret)
            return IsEmpty(sent) ? stored?.DeepClone() : sent;
        switch (sent)
        {
            case JsonObject block when field.Kind == FieldKind.Block:
                KeepMembers(field, block, stored as JsonObject);
                break;
            case JsonArray blocks when field.Kind == FieldKind.Blocks:
                KeepBlocks(field, blocks, stored as JsonArray);
                break;
        }
        return sent;
    }

    private static void KeepBlocks(SettingField field, JsonArray sent, JsonArray? stored)
    {
        foreach (JsonObject block in sent.Select(node => node!.AsObject()))
        {
            JsonObject? same = stored?.Select(node => node!.AsObject()).LastOrDefault(other => Uuid(other) == Uuid(block));
            KeepMembers(field, block, same);
            if (Uuid(block).Length == 0)
                block["uuid"] = Guid.NewGuid().ToString();
        }
    }

    private static void KeepMembers(SettingField field, JsonObject block, JsonObject? stored)
    {
        foreach (SettingField member in field.Members)
        {
            JsonNode? value = block[member.Name];
            JsonNode? kept = Keep(member, value, stored?[member.Name]);
            if (!ReferenceEquals(value, kept))
                block[member.Name] = kept ?? "";
        }
    }

    private static bool IsEmpty(JsonNode? value) => value is null || value.GetValue<string>().Length == 0;

    private static string Uuid(JsonObject block) => block["uuid"]!.GetValue<string>();
}

using System.Text.Json.Nodes;

namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>Hides secrets on GET: one bullet (U+2022) for each character, so the length leaks (3.6, G7).</summary>
internal static class SettingMask
{
    private const char Bullet = '\u2022';

    /// <summary>Masks the secrets in a decoded value, in place, and gives it back.</summary>
    public static JsonNode? Apply(SettingField field, JsonNode? value)
    {
        if (field.IsSecret)
            return new string(Bullet, value?.GetValue<string>().EnumerateRunes().Count() ?? 0);
        switch (value)
        {
            case JsonObject block when field.Kind == FieldKind.Block:
                ApplyToMembers(field, block);
                break;
            case JsonArray blocks when field.Kind == FieldKind.Blocks:
                foreach (JsonNode? block in blocks)
                    ApplyToMembers(field, block!.AsObject());
                break;
        }
        return value;
    }

    private static void ApplyToMembers(SettingField field, JsonObject block)
    {
        foreach (SettingField member in field.Members)
        {
            JsonNode? value = block[member.Name];
            JsonNode? masked = Apply(member, value);
            if (!ReferenceEquals(value, masked))
                block[member.Name] = masked;
        }
    }
}

using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>The headers that can be kept, as PowerShell text for Set-ListmonkSetting.</summary>
internal static class HeaderCommand
{
    /// <summary>The text; null when a header may hold a secret, which must not stand in a command.</summary>
    /// <param name="headers">Names with their texts.</param>
    public static string? Of(IEnumerable<KeyValuePair<string, JsonNode?>> headers)
    {
        KeyValuePair<string, JsonNode?>[] kept = [.. headers];
        JsonArray list = new([.. kept.Select(header => new JsonObject { [header.Key] = header.Value?.DeepClone() })]);
        bool hasSecret = !JsonEquality.Same(list, SecretPlaces.Replace("email_headers", null, list, _ => null));
        return hasSecret ? null : $"@({string.Join(", ", kept.Select(header => $"@{{ {RemedyCommand.Literal(header.Key)} = {RemedyCommand.Literal(header.Value?.ToString() ?? "")} }}"))})";
    }
}

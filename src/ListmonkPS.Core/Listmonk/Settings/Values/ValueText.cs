using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>A value within a sentence: its JSON on one line, harmless and cut. Secrets have to be masked before.</summary>
internal static class ValueText
{
    /// <summary>Longest value within a sentence.</summary>
    public const int SentenceLength = 60;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value as text.</summary>
    public static string Of(JsonNode? value, int length = SentenceLength) => HarmlessText.Of(value?.ToJsonString(Readable) ?? "null", length);
}

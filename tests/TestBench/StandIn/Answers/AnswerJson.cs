using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.TestBench.StandIn.Answers;

/// <summary>JSON as the server writes it: UTF-8 as it is, so that the mask comes as bullets and not as escapes.</summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode? node) => node?.ToJsonString(Options) ?? "null";

    /// <summary>{"data": ...}, the frame of nearly all answers (G18 names the others).</summary>
    public static JsonObject Data(JsonNode? data) => new() { ["data"] = data };

    /// <summary>{"message": ...}, the frame of errors.</summary>
    public static JsonObject Message(string message) => new() { ["message"] = message };
}

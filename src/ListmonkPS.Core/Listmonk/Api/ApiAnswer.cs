using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>What came back over HTTP, not yet judged.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Content type as sent; empty without.</param>
/// <param name="Text">The whole body.</param>
/// <param name="Json">The body as JSON; null when it is none.</param>
/// <param name="Target">Where a redirect points to; null for none.</param>
internal sealed record ApiAnswer(int Status, string ContentType, string Text, JsonNode? Json, Uri? Target)
{
    /// <summary>How long it asks to be left alone; null for nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True for the statuses of success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The "data" member in which listmonk wraps what was asked for; null where it is JSON null.</summary>
    public JsonNode? Data => Json is JsonObject answer ? answer["data"] : null;

    /// <summary>True when the body is wrapped as listmonk wraps it.</summary>
    public bool HasData => Json is JsonObject answer && answer.ContainsKey("data");

    /// <summary>listmonk's words on a failure; null when the body is not shaped as listmonk's failures are.</summary>
    public string? Message => Json is JsonObject answer && answer["message"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Makes an answer and reads its body as JSON where it is JSON.</summary>
    public static ApiAnswer Of(int status, string contentType, string text, Uri? target) =>
        new(status, contentType, text, JsonBody.TryParse(text), target);
}

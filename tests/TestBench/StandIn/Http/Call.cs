using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Access;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Process;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Http;

/// <summary>One request on its way through an endpoint.</summary>
internal sealed class Call(HttpContext http, ListmonkProcess process, ApiUser? user)
{
    public HttpContext Http => http;

    public ListmonkProcess Process => process;

    /// <summary>Who calls; only for endpoints with log-in.</summary>
    public ApiUser User => user ?? throw new InvalidOperationException("This endpoint has no log-in.");

    /// <summary>The caller went away.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    public IQueryCollection Query => http.Request.Query;

    /// <summary>A part of the path.</summary>
    public string Part(string name) => (string?)http.Request.RouteValues[name] ?? "";

    /// <summary>The id in the path.</summary>
    /// <exception cref="RefusalException">400: not a positive number.</exception>
    public int Id() => int.TryParse(Part("id"), out int id) && id > 0
        ? id
        : throw new RefusalException(StatusCodes.Status400BadRequest, process.Quirks.HasUsers ? "invalid ID" : "Invalid ID(s)");

    /// <summary>403 unless the caller may do this; the permission is named (4.1).</summary>
    public void Require(string permission)
    {
        if (!User.May(permission))
            throw new RefusalException(StatusCodes.Status403Forbidden, $"permission denied: {permission}");
    }

    /// <summary>Body of the request as text.</summary>
    /// <exception cref="RefusalException">415 when its type is not JSON.</exception>
    public async Task<string> ReadJsonTextAsync()
    {
        if (http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw new RefusalException(StatusCodes.Status415UnsupportedMediaType, "Unsupported Media Type");
        using StreamReader reader = new(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(Aborted);
    }

    /// <summary>Body of the request as a JSON object.</summary>
    /// <exception cref="RefusalException">400 when it is none.</exception>
    public async Task<JsonObject> ReadObjectAsync()
    {
        string text = await ReadJsonTextAsync();
        try
        {
            return JsonNode.Parse(text) as JsonObject
                ?? throw new RefusalException(StatusCodes.Status400BadRequest, "json: cannot unmarshal value into an object");
        }
        catch (JsonException e)
        {
            throw new RefusalException(StatusCodes.Status400BadRequest, $"Syntax error: {e.Message}");
        }
    }

    /// <summary>A text member of a body; empty when it is left out.</summary>
    /// <exception cref="RefusalException">400 when it is no text.</exception>
    public static string Text(JsonObject body, string name) => Read<string>(body[name]) ?? "";

    /// <summary>An array member of a body; empty when it is left out.</summary>
    /// <exception cref="RefusalException">400 when it is no array of this type.</exception>
    public static T[] Array<T>(JsonObject body, string name) => body[name] switch
    {
        null => [],
        JsonArray items => [.. items.Select(item => item is null ? throw Mistyped() : Read<T>(item)!)],
        _ => throw Mistyped(),
    };

    /// <summary>Answers 200 with {"data": ...}.</summary>
    public Task DataAsync(JsonNode? data) => JsonAsync(StatusCodes.Status200OK, AnswerJson.Data(data));

    /// <summary>Answers with bare JSON.</summary>
    public Task JsonAsync(int status, JsonNode body) =>
        WriteAsync(status, process.Quirks.JsonNamesCharset ? "application/json; charset=UTF-8" : "application/json", AnswerJson.Text(body) + "\n");

    /// <summary>Answers with a page.</summary>
    public Task HtmlAsync(int status, string html) => WriteAsync(status, "text/html; charset=UTF-8", html);

    private static T? Read<T>(JsonNode? node) => node switch
    {
        null => default,
        JsonValue value when value.TryGetValue(out T? member) => member,
        _ => throw Mistyped(),
    };

    private static RefusalException Mistyped() => new(StatusCodes.Status400BadRequest, "Unmarshal type error");

    private Task WriteAsync(int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text, Aborted);
    }
}

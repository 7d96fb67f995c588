using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string Text, string? ContentType, string? Challenge)
{
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException("The answer is null.");

    public JsonNode? Data => Json["data"];

    public string? Message => (string?)Json["message"];
}

using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Values;

public sealed class JsonEqualityTests
{
    [Theory]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("true", "\"true\"", false)]
    [InlineData("null", "false", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "\"\"", false)]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("1e400", "1e400", true)]
    [InlineData("1e400", "2e400", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1,2]", "[1,2,3]", false)]
    [InlineData("""{"a":1,"b":[null]}""", """{"b":[null],"a":1}""", true)]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""", false)]
    [InlineData("{}", "[]", false)]
    [InlineData("\"\\u00e4\"", "\"\u00E4\"", true)]
    public void Equality_is_by_type_and_content(string left, string right, bool same)
    {
        Assert.Equal(same, JsonEquality.Same(JsonNode.Parse(left), JsonNode.Parse(right)));
        Assert.Equal(same, JsonEquality.Same(JsonNode.Parse(right), JsonNode.Parse(left)));
    }

    [Fact]
    public void Values_of_ours_equal_values_that_were_read() => Assert.True(JsonEquality.Same(JsonValue.Create(10L), JsonNode.Parse("10")));
}

using System.Collections.Specialized;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Values;

public sealed class PlainValueTests
{
    public static TheoryData<string, object?> Scalars => new()
    {
        { "null", null },
        { "true", true },
        { "false", false },
        { "12", 12L },
        { "-9223372036854775808", long.MinValue },
        { "1.5", 1.5 },
        { "1e3", 1000.0 },
        { "99999999999999999999", 1e20 },
        { "\"\"", "" },
        { "\"text\"", "text" },
        { "\"two\\nlines\\tand a tab\\r\\n\"", "two\nlines\tand a tab\r\n" },
        { "\"\\u001b[31mred\"", "\\u{1B}[31mred" },
        { "\"over\\rwritten\"", "over\\u{D}written" },
        { "\"\\u202egnp.exe\"", "\\u{202E}gnp.exe" },
        { "\"nul\\u0000\"", "nul\\u{0}" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Scalars_become_plain_values(string json, object? value) => Assert.Equal(value, PlainValue.Of(JsonNode.Parse(json)));

    [Fact]
    public void Arrays_become_lists()
    {
        TextList<object?> items = Assert.IsType<TextList<object?>>(PlainValue.Of(JsonNode.Parse("""["a",1,null,[true]]""")));
        Assert.Equal(["a", 1L, null], items.Take(3));
        Assert.Equal([true], Assert.IsType<TextList<object?>>(items[3]));
    }

    [Fact]
    public void Objects_become_dictionaries_in_the_order_of_names_that_are_read_in_any_case()
    {
        OrderedDictionary members = Assert.IsType<OrderedDictionary>(PlainValue.Of(JsonNode.Parse("""{"soft":{"count":2},"Hard":null,"hard":1}""")));
        Assert.Equal(["Hard", "soft"], members.Keys.Cast<string>());
        Assert.Equal(2L, Assert.IsType<OrderedDictionary>(members["SOFT"])["count"]);
    }

    [Fact]
    public void Names_of_members_are_harmless_too()
    {
        OrderedDictionary members = Assert.IsType<OrderedDictionary>(PlainValue.Of(new JsonObject { ["\u001b[2J"] = 1 }));
        Assert.Equal("\\u{1B}[2J", Assert.Single(members.Keys.Cast<string>()));
    }

    [Fact]
    public void Deep_values_do_no_harm()
    {
        string json = string.Concat(Enumerable.Repeat("[", 250)) + string.Concat(Enumerable.Repeat("]", 250));
        Assert.IsType<TextList<object?>>(PlainValue.Of(JsonNode.Parse(json, documentOptions: new() { MaxDepth = 256 })));
    }
}

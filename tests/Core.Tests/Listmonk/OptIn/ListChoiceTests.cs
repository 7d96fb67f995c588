using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn;

public sealed class ListChoiceTests
{
    private static readonly Guid ShopUuid = new("5ce1a6b3-7b0e-4f0b-9a0a-6d6c3b3f2c11");

    private static readonly ListRow[] Lists =
    [
        Row(1, "Weekly"), Row(2, "Shop") with { Uuid = ShopUuid }, Row(3, "[Weekly]"), Row(4, "2"), Row(5, "Weekend news"),
    ];

    [Theory]
    [InlineData("", "1 2 3 4 5")]
    [InlineData("weekly", "1")]
    [InlineData("Week*", "1 5")]
    [InlineData("[Weekly]", "3")]
    [InlineData("`[Weekly`]", "3")]
    [InlineData("2", "2 4")]
    [InlineData("5ce1a6b3-7b0e-4f0b-9a0a-6d6c3b3f2c11", "2")]
    [InlineData("Shop|weekly", "1 2")]
    [InlineData("none*", "")]
    [InlineData("[sw]ho?", "2")]
    public void Lists_are_found_by_name_wildcard_number_or_uuid(string wanted, string found) =>
        Assert.Equal(found, string.Join(' ', ListChoice.Find(Lists, wanted.Split('|', StringSplitOptions.RemoveEmptyEntries), "s").Select(list => list.Id)));

    [Theory]
    [InlineData("Weakly")]
    [InlineData("99")]
    [InlineData("5ce1a6b3-7b0e-4f0b-9a0a-000000000000")]
    public void A_list_that_is_not_there_is_named_with_those_that_are(string wanted)
    {
        Failure failure = Assert.Throws<FailureException>(() => ListChoice.Find(Lists, ["Shop", wanted], "lists.example.org")).Failure;
        Assert.Equal(("ListNotFound", FailureCategory.ObjectNotFound, wanted), (failure.Id, failure.Category, failure.Target));
        Assert.Contains($"'lists.example.org' has no list '{wanted}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Weekly; Shop", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double", "active", true)]
    [InlineData("double", "archived", false)]
    [InlineData("single", "active", false)]
    public void Only_active_double_lists_ask_for_confirmation(string optIn, string status, bool asks) =>
        Assert.Equal(asks, (Row(1, "x") with { OptIn = optIn, Status = status }).AsksForConfirmation);

    private static ListRow Row(int id, string name) => new(id, Guid.Empty, name, "public", "double", "active", null, null);
}

using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Tests.Listmonk.Database;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn;

/// <summary>PostgreSQL takes the same addresses for a pattern as we do.</summary>
public sealed class AddressFilterTests
{
    private const string People = """
        INSERT INTO lists (name, optin) VALUES ('Weekly', 'double');
        INSERT INTO subscribers (email) VALUES ('anna@example.org'), ('Bob@Example.ORG'), ('c.d+tag@mail.example.org'), ('x[1]@example.net'),
            ('o''neill@example.net'), ('100%@example.net'), ('back\slash@example.net'), ('no-at-sign'), ('two@at@example.com'), ('q?@example.com'), ('dash-_^$.@example.com');
        INSERT INTO subscriber_lists (subscriber_id, list_id) SELECT id, 1 FROM subscribers;
        """;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("anna@example.org", null, "1")]
    [InlineData("ANNA@*", null, "1")]
    [InlineData("*", "example.org", "1 2")]
    [InlineData(null, "@EXAMPLE.org", "1 2")]
    [InlineData(null, "*.example.org", "3")]
    [InlineData(null, "example.*", "1 2 4 5 6 7 9 10 11")]
    [InlineData(null, "no-at-sign", "8")]
    [InlineData("*+*", null, "3")]
    [InlineData("x`[1`]@*", null, "4")]
    [InlineData("x[[]1]@*", null, "4")]
    [InlineData("[a-b]*", null, "1 2 7")]
    [InlineData("o'neill@*", null, "5")]
    [InlineData("100%@*", null, "6")]
    [InlineData("back\\slash@*", null, "7")]
    [InlineData("q`?@*", null, "10")]
    [InlineData("q?@*", null, "10")]
    [InlineData("dash-_^$.@*", null, "11")]
    [InlineData("*[-_^$]*", "*.com", "11")]
    [InlineData("' OR true --", null, "")]
    public async Task Patterns_find_the_same_by_the_database_and_here(string? email, string? domain, string ids)
    {
        await FindsAsync(new AddressFilter(email is null ? [] : [email], domain is null ? [] : [domain]), ids, isForApi: true);
    }

    [Theory]
    [InlineData(20_000, false)]
    [InlineData(40, true)]
    public async Task Many_addresses_are_names_and_no_pattern_each(int strangers, bool isForApi)
    {
        IEnumerable<string> nobody = Enumerable.Range(0, strangers).Select(number => $"nobody{number}@example.org");
        AddressFilter filter = new(["ANNA@example.org", .. nobody, "bob@example.org", "x`[1`]@example.net", "O'NEILL@*", "two@*"], ["example.org", "example.net", "q.test"]);
        await FindsAsync(filter, "1 2 4 5", isForApi);
    }

    private static async Task FindsAsync(AddressFilter filter, string ids, bool isForApi)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(People);
        await using ListmonkDatabase database = world.Open();
        List<int> found = [];
        await foreach (DuePerson person in new DueList(database, TimeProvider.System).ReadAsync(new DueSelection([1], [1], null, null) { Addresses = filter }, null, Test))
        {
            found.Add(person.SubscriberId);
            Assert.True(filter.Takes(person.Email));
        }

        Assert.Equal(ids, string.Join(' ', found.Order()));
        // As the API takes it, written into the statement; what makes an address too long for a server is chosen here.
        Assert.Equal(isForApi, filter.Condition() is not null);
        if (isForApi)
            Assert.Equal((long)found.Count, await world.ScalarAsync($"SELECT count(*) FROM subscribers WHERE {filter.Condition()}"));
    }
}

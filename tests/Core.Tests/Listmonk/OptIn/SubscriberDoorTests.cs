using System.Globalization;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn;
using ListmonkPS.Core.Tests.Listmonk.Connecting;
using ListmonkPS.Core.Tests.Listmonk.Database;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn;

public sealed class SubscriberDoorTests
{
    private static readonly DateTimeOffset Now = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task People_who_wait_come_with_lists_by_name_and_harmless_text(string version)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync(version);
        await world.ExecuteAsync("""
            INSERT INTO lists (name, optin) VALUES ('Weekly', 'double'), ('Shop', 'double');
            INSERT INTO subscribers (email, name) VALUES (E'a\u202E@example.org', E'A\u001B[2J'), ('b@example.org', 'B');
            INSERT INTO subscriber_lists (subscriber_id, list_id, created_at) VALUES (1, 2, '2025-05-08 09:00+00'), (1, 1, '2025-05-08 10:00+00'), (2, 1, '2025-05-08 11:00+00');
            """);
        await using ListmonkDatabase database = world.Open();
        List<UnconfirmedSubscriber> people = await FindAsync(Session(database), new UnconfirmedFilter());
        Assert.Equal(2, people.Count);
        UnconfirmedSubscriber first = people[0];
        Assert.Equal((1, @"a\u{202E}@example.org", @"A\u{1B}[2J", "s"), (first.SubscriberId, first.Email, first.Name, first.Session));
        Assert.Equal(("1; 2", "Weekly; Shop"), (first.ListId.ToString(), first.ListName.ToString()));
        Assert.Equal((Now.AddHours(-3), TimeSpan.FromHours(3)), (first.SubscribedAt, first.Age));
        Assert.NotEqual(Guid.Empty, first.SubscriberUuid);
    }

    [Fact]
    public async Task The_filter_takes_lists_window_and_number()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("""
            INSERT INTO lists (name, optin) VALUES ('Weekly', 'double'), ('Shop', 'double');
            INSERT INTO subscribers (email) SELECT 'p' || n FROM generate_series(1, 9) n;
            INSERT INTO subscriber_lists (subscriber_id, list_id, created_at) SELECT n, n % 2 + 1, timestamptz '2025-05-01 00:00+00' + n * interval '1 day' FROM generate_series(1, 9) n;
            """);
        await using ListmonkDatabase database = world.Open();
        UnconfirmedFilter filter = new() { List = ["w*"], Since = new DateTimeOffset(2025, 5, 5, 2, 0, 0, TimeSpan.FromHours(2)), Before = new DateTimeOffset(2025, 5, 9, 0, 0, 0, TimeSpan.Zero), First = 2 };
        Assert.Equal([4, 6], (await FindAsync(Session(database), filter)).Select(person => person.SubscriberId));
        Assert.Equal([4, 6, 8], (await FindAsync(Session(database), filter with { First = null, Before = null })).Select(person => person.SubscriberId));
    }

    [Fact]
    public async Task A_list_on_which_nobody_can_wait_gives_a_warning_and_one_that_is_not_there_a_failure()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("""
            INSERT INTO lists (name, optin, status) VALUES ('News', 'single', 'active'), ('Old', 'double', 'archived');
            INSERT INTO subscribers (email) VALUES ('p');
            INSERT INTO subscriber_lists (subscriber_id, list_id) VALUES (1, 1), (1, 2);
            """);
        await using ListmonkDatabase database = world.Open();
        RecordedNotices notices = new();
        Assert.Empty(await FindAsync(Session(database), new UnconfirmedFilter { List = ["News", "Old"] }, notices));
        Assert.Equal(2, notices.Warnings.Count);
        Assert.Contains("'News'", notices.Warnings[0], StringComparison.Ordinal);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => FindAsync(Session(database), new UnconfirmedFilter { List = ["Gone"] }));
        Assert.Equal("ListNotFound", exception.Failure.Id);
        Assert.Contains("News; Old", exception.Failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_counted_by_list_and_states()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync("v3.0.0");
        await world.ExecuteAsync("""
            INSERT INTO lists (name, optin) VALUES ('Weekly', 'double'), ('News', 'single');
            INSERT INTO subscribers (email, status) VALUES ('a', 'enabled'), ('b', 'enabled'), ('c', 'blocklisted'), ('d', 'enabled'), ('e', 'disabled');
            INSERT INTO subscriber_lists (subscriber_id, list_id, status) VALUES (1, 1, 'unconfirmed'), (2, 1, 'unconfirmed'), (2, 2, 'confirmed'), (3, 1, 'unsubscribed');
            """);
        await using ListmonkDatabase database = world.Open();
        IReadOnlyList<SubscriberStatusCount> counts = await new SubscriberDoor().CountAsync(Session(database), new RecordedNotices(), Test);
        Assert.Equal(
            [
                (1, "Weekly", "double", "enabled", "unconfirmed", 2L),
                (1, "Weekly", "double", "blocklisted", "unsubscribed", 1L),
                (2, "News", "single", "enabled", "confirmed", 1L),
                ((int?)null, "", (string?)null, "enabled", (string?)null, 1L),
                (null, "", null, "disabled", null, 1L),
            ],
            counts.Select(count => (count.ListId, count.ListName, count.OptIn, count.SubscriberStatus, count.SubscriptionStatus, count.Count)));
    }

    [Fact]
    public async Task No_text_of_a_row_leaves_unharmless()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("""
            SELECT setseed(0.42);
            CREATE FUNCTION noise() RETURNS text VOLATILE LANGUAGE sql AS $$
                SELECT string_agg(chr((ARRAY[1 + (random() * 31)::int, 127 + (random() * 33)::int, 8203 + (random() * 60)::int, 65279, 97])[1 + (random() * 4)::int]), '')
                FROM generate_series(1, 1 + (random() * 40)::int) $$;
            INSERT INTO lists (name, optin) SELECT noise() || n, 'double' FROM generate_series(1, 20) n;
            INSERT INTO subscribers (email, name) SELECT noise() || n, noise() || n FROM generate_series(1, 500) n;
            INSERT INTO subscriber_lists (subscriber_id, list_id) SELECT n, 1 + n % 20 FROM generate_series(1, 500) n;
            """);
        await using ListmonkDatabase database = world.Open();
        List<UnconfirmedSubscriber> people = await FindAsync(Session(database), new UnconfirmedFilter());
        Assert.Equal(500, people.Count);
        IReadOnlyList<SubscriberStatusCount> counts = await new SubscriberDoor().CountAsync(Session(database), new RecordedNotices(), Test);
        IEnumerable<string> texts = people.SelectMany(person => new[] { person.Email, person.Name, person.ListName.ToString() }).Concat(counts.Select(count => count.ListName));
        Assert.All(texts, text => Assert.All(text, character => Assert.True(
            char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            && (character is '\u200c' or '\u200d' || char.GetUnicodeCategory(character) != UnicodeCategory.Format),
            $"U+{(int)character:X4}")));
    }

    [Fact]
    public async Task Without_any_access_it_is_said_that_one_is_needed()
    {
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => FindAsync(Session(null), new UnconfirmedFilter()));
        Assert.Equal(("NeedsApiOrDatabase", FailureCategory.ResourceUnavailable), (exception.Failure.Id, exception.Failure.Category));
        exception = await Assert.ThrowsAsync<FailureException>(() => new SubscriberDoor().CountAsync(Session(null), new RecordedNotices(), Test));
        Assert.Equal("NeedsApiOrDatabase", exception.Failure.Id);
        Assert.Contains("-ConnectionString", exception.Failure.RecommendedAction, StringComparison.Ordinal);
    }

    private static ListmonkSession Session(ListmonkDatabase? database) =>
        new(new ListmonkServer { Name = "s", Database = database, Time = new FakeTimeProvider(Now) }) { Name = "s" };

    private static async Task<List<UnconfirmedSubscriber>> FindAsync(ListmonkSession session, UnconfirmedFilter filter, INoticeSink? notices = null)
    {
        List<UnconfirmedSubscriber> people = [];
        await foreach (UnconfirmedSubscriber person in new SubscriberDoor().FindUnconfirmedAsync(session, filter, notices ?? new RecordedNotices(), Test))
            people.Add(person);
        return people;
    }
}

using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn;
using ListmonkPS.Core.Tests.Listmonk.Connecting;
using ListmonkPS.Core.Tests.Listmonk.Database;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn;

/// <summary>Who is suspect, who is left out, and what was sent before; by the database.</summary>
public sealed class SuspectTests
{
    /// <summary>List 1 was changed on the fifth of May, list 2 never: on both, thirty came in April and nobody of them confirmed, some later did.</summary>
    private const string TurnedDouble = """
        INSERT INTO lists (name, optin, created_at, updated_at) VALUES ('Weekly', 'double', '2025-04-01Z', '2025-05-05Z'), ('Shop', 'double', '2025-04-01Z', '2025-04-01Z');
        INSERT INTO subscribers (email) SELECT 'p' || n FROM generate_series(1, 80) n;
        INSERT INTO subscriber_lists (subscriber_id, list_id, status, created_at)
        SELECT n, 1 + n % 2, CASE WHEN n > 60 AND n % 3 = 0 THEN 'confirmed' ELSE 'unconfirmed' END::subscription_status,
            timestamptz '2025-04-02Z' + n * interval '13 hours' FROM generate_series(1, 80) n;
        """;

    /// <summary>Forty robots within a minute, after people one an hour.</summary>
    private const string Robots = """
        INSERT INTO lists (name, optin) VALUES ('Weekly', 'double'), ('Shop', 'double');
        INSERT INTO subscribers (email) SELECT 'p' || n || CASE WHEN n > 50 THEN '@robot.test' ELSE '@example.org' END FROM generate_series(1, 90) n;
        INSERT INTO subscriber_lists (subscriber_id, list_id, created_at)
        SELECT n, 1 + n % 2, timestamptz '2025-05-01Z' + CASE WHEN n > 50 THEN interval '50.5 hours' + n * interval '0.5 seconds' ELSE n * interval '1 hour' END
        FROM generate_series(1, 90) n;
        """;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task G11_who_came_before_a_changed_list_asked_is_suspect_and_the_reason_names_the_list()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(TurnedDouble);
        List<UnconfirmedSubscriber> people = await FindAsync(world, new UnconfirmedFilter());
        // Number 63 of the odd ones, on list 2, and 66 of the even ones, on list 1, confirmed first.
        Assert.Equal(Enumerable.Range(1, 65).Where(n => n % 2 == 0), people.Where(person => person.Suspect is not null).Select(person => person.SubscriberId));
        Assert.Contains("'Weekly'", people.First(person => person.SubscriberId == 2).Suspect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G11_somebody_who_waits_on_a_list_that_asked_is_not_suspect()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(TurnedDouble);
        await world.ExecuteAsync("INSERT INTO subscriber_lists (subscriber_id, list_id, created_at) VALUES (2, 2, '2025-05-20Z')");
        Assert.Null((await FindAsync(world, new UnconfirmedFilter())).Single(person => person.SubscriberId == 2).Suspect);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("*@robot.test", null, null)]
    [InlineData(null, "2025-05-03 02:30:30Z", null)]
    [InlineData(null, null, 85L)]
    public async Task Robots_are_suspect_whatever_part_of_them_is_asked_for(string? email, string? since, long? first)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(Robots);
        UnconfirmedFilter filter = new()
        {
            Email = email is null ? [] : [email],
            Since = since is null ? null : DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
            First = first,
        };
        List<UnconfirmedSubscriber> people = await FindAsync(world, filter);
        Assert.NotEmpty(people);
        Assert.All(people, person => Assert.Equal(person.SubscriberId > 50, person.Suspect is not null));
        Assert.Contains(people, person => person.Suspect?.StartsWith("40 people", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Whose_mail_bounced_hard_or_who_complained_is_left_out_unless_wanted()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(Robots + """
            CREATE TYPE bounce_type AS ENUM ('soft', 'hard', 'complaint');
            CREATE TABLE bounces (id serial PRIMARY KEY, subscriber_id int NOT NULL, type bounce_type NOT NULL);
            INSERT INTO bounces (subscriber_id, type) VALUES (1, 'soft'), (2, 'hard'), (2, 'hard'), (3, 'complaint');
            """);
        RecordedNotices notices = new();
        Assert.Equal(88, (await FindAsync(world, new UnconfirmedFilter(), notices)).Count);
        Assert.Empty(notices.Warnings);
        Assert.Equal([1, 2, 3], (await FindAsync(world, new UnconfirmedFilter { IncludeBounced = true, First = 3 })).Select(person => person.SubscriberId));
        Assert.Equal([1, 4], (await FindAsync(world, new UnconfirmedFilter { First = 2 })).Select(person => person.SubscriberId));
    }

    [Fact]
    public async Task A_role_that_may_not_see_bounces_is_told_so_unless_they_do_not_matter()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(Robots);
        RecordedNotices notices = new();
        Assert.Equal(90, (await FindAsync(world, new UnconfirmedFilter(), notices)).Count);
        Assert.Contains("SELECT bounces", Assert.Single(notices.Warnings), StringComparison.Ordinal);
        notices.Warnings.Clear();
        await FindAsync(world, new UnconfirmedFilter { IncludeBounced = true }, notices);
        Assert.Empty(notices.Warnings);
    }

    [Fact]
    public async Task The_confirm_link_has_all_lists_in_order_and_no_link_is_made_without_a_root()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync(Robots + """
            UPDATE lists SET uuid = CASE id WHEN 1 THEN 'f0000000-0000-4000-8000-000000000001' ELSE '10000000-0000-4000-8000-000000000002' END::uuid;
            INSERT INTO subscriber_lists (subscriber_id, list_id, created_at) VALUES (1, 1, '2025-04-01Z');
            """);
        Assert.Null((await FindAsync(world, new UnconfirmedFilter { First = 1 }))[0].GetConfirmUri());
        await world.ExecuteAsync("INSERT INTO settings (key, value) VALUES ('app.root_url', '\"https://lists.example.org/mail/\"')");
        UnconfirmedSubscriber person = (await FindAsync(world, new UnconfirmedFilter { First = 1 }))[0];
        Assert.Equal(
            $"https://lists.example.org/mail/subscription/optin/{person.SubscriberUuid}?l=f0000000-0000-4000-8000-000000000001&l=10000000-0000-4000-8000-000000000002",
            person.GetConfirmUri()?.AbsoluteUri);
    }

    private static async Task<List<UnconfirmedSubscriber>> FindAsync(TestDatabase world, UnconfirmedFilter filter, INoticeSink? notices = null)
    {
        await using ListmonkDatabase database = world.Open();
        ListmonkSession session = new(new ListmonkServer { Name = "s", Database = database, Time = new FakeTimeProvider() }) { Name = "s" };
        List<UnconfirmedSubscriber> people = [];
        await foreach (UnconfirmedSubscriber person in new SubscriberDoor().FindUnconfirmedAsync(session, filter, notices ?? new RecordedNotices(), Test))
            people.Add(person);
        return people;
    }
}

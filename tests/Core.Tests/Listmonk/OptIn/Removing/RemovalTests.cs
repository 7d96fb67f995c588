using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Removing;
using ListmonkPS.Core.Tests.Listmonk.Database;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.Removing;

/// <summary>Removal in batches: who is removed is in the file before, and who is not stale any more at the last moment stays.</summary>
public sealed class RemovalTests : IDisposable
{
    private const int People = 1200;

    private readonly string _folder = Directory.CreateTempSubdirectory("removal").FullName;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_folder, "removed.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_batch_that_fails_is_in_the_file_and_still_in_listmonk_and_those_before_it_are_gone()
    {
        await using TestDatabase world = await CreateAsync();
        // The 700th is in the second batch of 500.
        await world.ExecuteAsync("""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not this one'; END $$;
            CREATE TRIGGER refuse BEFORE DELETE ON subscribers FOR EACH ROW WHEN (OLD.id = 700) EXECUTE FUNCTION refuse()
            """);
        await using ListmonkDatabase database = world.Open();
        List<int> removed = [];
        RemovalRequest request = await RequestAsync(world);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => RemoveAsync(database, request, removed.Add));
        Assert.Equal("DatabaseFailed", exception.Failure.Id);
        Assert.Equal(Enumerable.Range(1, 500), removed.Order());
        Assert.Equal(People - 500L, await world.ScalarAsync("SELECT count(*) FROM subscribers"));
        Assert.Equal(People - 500L, await world.ScalarAsync("SELECT count(*) FROM subscriber_lists"));
        Assert.Equal(1000, (await File.ReadAllLinesAsync(Path, Test)).Length);
    }

    [Fact]
    public async Task Whoever_stops_in_the_middle_has_in_the_file_all_who_are_gone()
    {
        await using TestDatabase world = await CreateAsync();
        await using ListmonkDatabase database = world.Open();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Test);
        RemovalRequest request = await RequestAsync(world);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RemoveAsync(database, request, _ => stop.Cancel(), stop.Token));
        Assert.Equal(People - 500L, await world.ScalarAsync("SELECT count(*) FROM subscribers"));
        Assert.True((await File.ReadAllLinesAsync(Path, Test)).Length >= 500);
    }

    [Fact]
    public async Task Who_confirms_or_signs_up_between_the_question_and_the_removal_stays()
    {
        await using TestDatabase world = await CreateAsync();
        await using ListmonkDatabase database = world.Open();
        DatabaseRemover remover = new(database);
        StaleRule rule = new([1], DateTime.UtcNow);
        IReadOnlyList<StalePerson> people = await remover.FindAsync([1, 2, 3, 4], rule, Test);
        Assert.Equal(4, people.Count(person => person.IsWhole));
        await world.ExecuteAsync("""
            UPDATE subscriber_lists SET status = 'confirmed' WHERE subscriber_id = 1;
            INSERT INTO subscriber_lists (subscriber_id, list_id, status) VALUES (2, 2, 'confirmed');
            UPDATE subscribers SET status = 'blocklisted' WHERE id = 3
            """);
        Assert.Equal([2, 4], (await remover.RemoveAsync(people, rule, Test)).Order());
        Assert.Equal("1:confirmed 2:confirmed 3:unconfirmed", await world.ScalarAsync(
            "SELECT string_agg(s.id || ':' || coalesce(sl.status::text, '-'), ' ' ORDER BY s.id) FROM subscribers s LEFT JOIN subscriber_lists sl ON sl.subscriber_id = s.id WHERE s.id < 5"));
    }

    private static async Task<TestDatabase> CreateAsync()
    {
        TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync($"""
            ALTER TABLE subscribers ADD COLUMN attribs jsonb NOT NULL DEFAULT '{"{}"}';
            INSERT INTO lists (name, optin) VALUES ('Weekly', 'double'), ('Shop', 'single');
            INSERT INTO subscribers (email) SELECT 'p' || n || '@example.org' FROM generate_series(1, {People}) n;
            INSERT INTO subscriber_lists (subscriber_id, list_id, created_at) SELECT id, 1, now() - interval '90 days' FROM subscribers
            """);
        return world;
    }

    private async Task<RemovalRequest> RequestAsync(TestDatabase world)
    {
        string uuids = (string)(await world.ScalarAsync("SELECT string_agg(uuid::text, ' ' ORDER BY id) FROM subscribers"))!;
        return new RemovalRequest
        {
            People = uuids.Split(' ').Select((uuid, index) => (Id: index + 1, Uuid: Guid.Parse(uuid))).ToDictionary(person => person.Id, person => person.Uuid),
            GracePeriod = TimeSpan.FromDays(30),
            Path = Path,
        };
    }

    private static async Task RemoveAsync(ListmonkDatabase database, RemovalRequest request, Action<int> each, CancellationToken? cancellation = null)
    {
        Removal removal = new(new DatabaseRemover(database), await database.ReadListsAsync(Test), "s", new MailedLately(null, database, null), TimeProvider.System);
        await foreach (UnconfirmedSubscriber one in removal.RemoveAsync(request, new HeardNotices(), cancellation ?? Test))
            each(one.SubscriberId);
    }
}

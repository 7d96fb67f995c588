using System.Globalization;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Benchmarks.People;

/// <summary>A listmonk where very many people wait, on one list or on two, over three months.</summary>
internal sealed class PeopleWorld : IAsyncDisposable
{
    private PeopleWorld(World world) => World = world;

    public World World { get; }

    /// <summary>Makes one.</summary>
    public static async Task<PeopleWorld> CreateAsync(int people, CancellationToken cancellation)
    {
        World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.Empty }, cancellation);
        PeopleWorld made = new(world);
        // In pieces: a statement of the bench has a bound.
        const int Piece = 100_000;
        for (int from = 1; from <= people; from += Piece)
            await world.ExecuteAsync(Rows(from, Math.Min(people, from + Piece - 1), people), cancellation);
        await world.ExecuteAsync("analyze subscribers; analyze subscriber_lists", cancellation);
        return made;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private static string Rows(int from, int to, int people) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        with new as (
            insert into subscribers (uuid, email, name, created_at)
            select gen_random_uuid(), 'person.number' || n || '@mail' || n % 50 || '.example.org', 'Person Number' || n,
                now() - interval '90 days' + n * interval '90 days' / {people}
            from generate_series({from}, {to}) n returning id, created_at
        )
        insert into subscriber_lists (subscriber_id, list_id, created_at)
        select new.id, lists.id, new.created_at from new join (select id, row_number() over (order by id) as place from lists where optin = 'double') lists
            on lists.place = 1 or (lists.place = 2 and new.id % 5 = 0)
        """);
}

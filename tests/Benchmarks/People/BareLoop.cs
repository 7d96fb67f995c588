using ListmonkPS.TestBench.Worlds;
using Npgsql;

namespace ListmonkPS.Benchmarks.People;

/// <summary>The least that reading everybody can cost in .NET: one query, one loop, the same objects of the same columns in the same order.</summary>
internal static class BareLoop
{
    /// <summary>The query, once for all.</summary>
    public const string Query = """
        SELECT s.id, s.uuid, s.email, s.name, min(sl.created_at) AS oldest, array_agg(sl.list_id ORDER BY sl.list_id)
        FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id JOIN lists l ON l.id = sl.list_id
        WHERE sl.status = 'unconfirmed' AND l.optin = 'double' AND l.status = 'active' AND s.status = 'enabled'
            AND NOT EXISTS (SELECT FROM bounces b WHERE b.subscriber_id = s.id AND b.type IN ('hard', 'complaint'))
        GROUP BY s.id ORDER BY s.id
        """;

    /// <summary>How to connect.</summary>
    public static string Connection(World world) =>
        new NpgsqlConnectionStringBuilder(world.ReadConnectionString) { Password = world.ReadPassword, CommandTimeout = 300 }.ConnectionString;

    /// <summary>Reads everybody; milliseconds.</summary>
    public static async Task<double> ReadEverybodyAsync(World world, CancellationToken cancellation)
    {
        long start = TimeProvider.System.GetTimestamp();
        await using NpgsqlConnection connection = new(Connection(world));
        await connection.OpenAsync(cancellation);
        Dictionary<int, string> names = [];
        await using (NpgsqlCommand lists = new("SELECT id, name FROM lists", connection))
        {
            await using NpgsqlDataReader list = await lists.ExecuteReaderAsync(cancellation);
            while (await list.ReadAsync(cancellation))
                names.Add(list.GetInt32(0), list.GetString(1));
        }

        await using NpgsqlCommand command = new(Query, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        long count = 0;
        while (await reader.ReadAsync(cancellation))
            count += Read(reader, names).SubscriberId > 0 ? 1 : 0;
        return count == 0 ? throw new InvalidOperationException("Nobody waits.") : TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }

    private static UnconfirmedSubscriber Read(NpgsqlDataReader reader, Dictionary<int, string> names)
    {
        int[] lists = reader.GetFieldValue<int[]>(5);
        DateTimeOffset at = new(reader.GetDateTime(4), TimeSpan.Zero);
        return new UnconfirmedSubscriber
        {
            SubscriberId = reader.GetInt32(0),
            SubscriberUuid = reader.GetGuid(1),
            Email = reader.GetString(2),
            Name = reader.GetString(3),
            SubscribedAt = at,
            Age = TimeProvider.System.GetUtcNow() - at,
            ListId = new TextList<int>(lists),
            ListName = new TextList<string>(lists.Select(id => names[id])),
            Session = "s",
        };
    }
}

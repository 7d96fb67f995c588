using Npgsql;

namespace ListmonkPS.TestBench.Worlds.History;

/// <summary>The lists of an installation in use: three double opt-in, one of them private, and a single opt-in one.</summary>
internal static class HistoryLists
{
    /// <summary>Ids of the double opt-in lists.</summary>
    public static readonly int[] Double = [1, 2, 3];

    /// <summary>Id of the single opt-in list, whose members are unconfirmed without anything being wrong (G11).</summary>
    public const int Single = 4;

    /// <summary>How sign-ups spread over the lists 1 to 4.</summary>
    public static readonly double[] Shares = [0.55, 0.2, 0.1, 0.15];

    public static async Task AddAsync(NpgsqlConnection owner, DateTimeOffset since, CancellationToken ct)
    {
        await using NpgsqlCommand command = new(
            """
            insert into lists (uuid, name, type, optin, tags, description, created_at, updated_at) values
                ('3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01', 'Weekly letter', 'public', 'double', '{news}', 'Every Friday', @since, @since),
                ('3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c02', 'Product news', 'public', 'double', '{news,product}', '', @since, @since),
                ('3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c03', 'Members', 'private', 'double', '{}', 'Members of the society', @since, @since),
                ('3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c04', 'Shop customers', 'private', 'single', '{shop}', '', @since, @since)
            """,
            owner);
        command.Parameters.AddWithValue("since", since);
        await command.ExecuteNonQueryAsync(ct);
    }
}

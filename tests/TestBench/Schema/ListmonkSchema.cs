using System.Reflection;
using ListmonkPS.Core.Listmonk.Versions;
using Npgsql;

namespace ListmonkPS.TestBench.Schema;

/// <summary>
/// The database as listmonk makes it, in our own words from the contract: shared parts plus those of the version's quirk row. Each part is
/// an embedded file in Schema/Sql, those of a version in its folder.
/// </summary>
internal static class ListmonkSchema
{
    private static readonly string[] Structure = ["types", "types-{0}", "tables", "tables-{0}", "views", "views-{0}"];
    private static readonly string[] Rows = ["settings", "settings-{0}", "templates", "roles-{0}"];
    private static readonly string[] FirstContent = ["content"];

    /// <summary>Makes types, tables, views and the rows without which the server does not start; no list and no subscriber.</summary>
    public static Task CreateAsync(NpgsqlConnection connection, Quirks quirks, CancellationToken ct) =>
        RunAsync(connection, quirks, [.. Structure, .. Rows], ct);

    /// <summary>Adds the two lists and two subscribers that an install brings.</summary>
    public static Task AddFirstContentAsync(NpgsqlConnection connection, Quirks quirks, CancellationToken ct) =>
        RunAsync(connection, quirks, FirstContent, ct);

    /// <summary>Brings the materialized views up to date, as the server does before it reads them.</summary>
    public static Task RefreshViewsAsync(NpgsqlConnection connection, CancellationToken ct) => ExecuteAsync(
        connection,
        """
        refresh materialized view mat_list_subscriber_stats;
        refresh materialized view mat_dashboard_counts;
        refresh materialized view mat_dashboard_charts
        """,
        ct);

    private static async Task RunAsync(NpgsqlConnection connection, Quirks quirks, string[] parts, CancellationToken ct)
    {
        foreach (string part in parts)
        {
            string name = part.Replace("{0}", $"v{quirks.Version.Major}", StringComparison.Ordinal);
            if (await ReadAsync(name, ct) is string sql)
                await ExecuteAsync(connection, sql, ct);
            else if (name == part)
                throw new InvalidOperationException($"The test bench lacks Schema/Sql/{name}.sql.");
        }
    }

    /// <summary>The text of a part; null when this version has nothing of its own there.</summary>
    private static async Task<string?> ReadAsync(string name, CancellationToken ct)
    {
        Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Schema.{name}.sql");
        if (stream is null)
            return null;
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

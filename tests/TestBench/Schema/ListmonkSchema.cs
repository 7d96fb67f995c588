using System.Reflection;
using ListmonkPS.Core.Listmonk.Versions;
using Npgsql;

namespace ListmonkPS.TestBench.Schema;

/// <summary>
/// The database as listmonk makes it, in our own words from the contract: that of v3 and then, as its migrations do, what each later row of the
/// quirk table changes, up to the version. Each part is an embedded file in Schema/Sql.
/// </summary>
internal static class ListmonkSchema
{
    private static readonly string[] Oldest = ["types", "tables", "views", "settings", "templates"];
    private static readonly string[] FirstContent = ["content"];

    /// <summary>Makes types, tables, views and the rows without which the server does not start; no list and no subscriber.</summary>
    public static Task CreateAsync(NpgsqlConnection connection, Quirks quirks, CancellationToken ct) =>
        RunAsync(connection, [.. Oldest, .. Upgrades(quirks.Version)], ct);

    /// <summary>Adds the two lists and two subscribers that an install brings.</summary>
    public static Task AddFirstContentAsync(NpgsqlConnection connection, CancellationToken ct) =>
        RunAsync(connection, FirstContent, ct);

    /// <summary>Brings the materialized views up to date, as the server does before it reads them.</summary>
    public static Task RefreshViewsAsync(NpgsqlConnection connection, CancellationToken ct) => ExecuteAsync(
        connection,
        """
        refresh materialized view mat_list_subscriber_stats;
        refresh materialized view mat_dashboard_counts;
        refresh materialized view mat_dashboard_charts
        """,
        ct);

    private static IEnumerable<string> Upgrades(ListmonkVersion version) =>
        QuirkTable.Rows.Skip(1).Where(row => row.Version.CompareTo(version) <= 0).Select(row => row.Version.Text);

    private static async Task RunAsync(NpgsqlConnection connection, IEnumerable<string> parts, CancellationToken ct)
    {
        foreach (string part in parts)
            await ExecuteAsync(connection, await ReadAsync(part, ct), ct);
    }

    private static async Task<string> ReadAsync(string part, CancellationToken ct)
    {
        Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Schema.{part}.sql")
            ?? throw new InvalidOperationException($"The test bench lacks Schema/Sql/{part}.sql.");
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Database;
using ListmonkPS.TestBench.StandIn.Loaded;

namespace ListmonkPS.TestBench.StandIn.Subscribers;

/// <summary>Lists with their counts, which come from a materialized view (2.4).</summary>
internal sealed class ListStore(ListmonkDatabase database, LoadedSettings settings, Quirks quirks)
{
    private const string Shown = """
        (to_jsonb(l) || jsonb_build_object(
            'created_at', to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'updated_at', to_char(l.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'tags', coalesce(to_jsonb(l.tags), '[]'),
            'subscriber_statuses', coalesce((
                select jsonb_object_agg(c.status, c.subscriber_count) from mat_list_subscriber_stats c
                where c.list_id = l.id and c.status is not null), '{}'),
            'subscriber_count', coalesce((
                select sum(c.subscriber_count) from mat_list_subscriber_stats c where c.list_id = l.id), 0) * @factor))::text
        """;

    /// <summary>All lists by id. The counts are of now, unless app.cache_slow_queries leaves them to the nightly refresh (G45).</summary>
    public async Task<List<JsonNode>> AllAsync(CancellationToken ct)
    {
        if (!settings.Flag("app.cache_slow_queries"))
            await database.ExecuteAsync("refresh materialized view mat_list_subscriber_stats", ct);
        return await QueryAsync($"select {Shown} from lists l order by l.id", ct, ("factor", 1));
    }

    /// <summary>One list, or null; since v5 its count is not to be trusted: of the last refresh, and doubled (observed).</summary>
    public async Task<JsonNode?> FindAsync(int id, CancellationToken ct) => (await QueryAsync(
        $"select {Shown} from lists l where l.id = @id", ct, ("id", id), ("factor", quirks.SingleListCountsWrong ? 2 : 1))).FirstOrDefault();

    /// <summary>uuid and name of the lists that anybody may see.</summary>
    public Task<List<JsonNode>> PublicAsync(CancellationToken ct) => QueryAsync(
        $"""
        select jsonb_build_object('uuid', l.uuid, 'name', l.name)::text
        from lists l where l.type = 'public' {(quirks.HasListStatus ? "and l.status = 'active'" : "")} order by l.name
        """,
        ct);

    private Task<List<JsonNode>> QueryAsync(string sql, CancellationToken ct, params (string, object)[] parameters) =>
        database.QueryAsync(sql, reader => JsonNode.Parse(reader.GetString(0))!, ct, parameters);
}

using System.Text.Json.Nodes;
using ListmonkPS.TestBench.Worlds;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Plans;

/// <summary>A connection whose every statement tells its plan, as PostgreSQL carried it out (auto_explain).</summary>
internal sealed class RecordedPlans : IAsyncDisposable
{
    private readonly List<PlanScan[]> _plans = [];

    private readonly string[] _tables;

    private RecordedPlans(NpgsqlConnection connection, string[] tables) => (Connection, _tables) = (connection, tables);

    public NpgsqlConnection Connection { get; }

    /// <summary>Opens one on a world's database, as the superuser, since the plans need that.</summary>
    public static Task<RecordedPlans> OpenAsync(World world, string superUser, string password, CancellationToken ct) =>
        OpenAsync(new NpgsqlConnectionStringBuilder(world.ConnectionString) { Username = superUser, Password = password }, PlanScan.Big, ct);

    /// <summary>Opens one on a database, as the superuser.</summary>
    /// <param name="superuser">How to connect.</param>
    /// <param name="tables">The big tables, of whose scans is told.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<RecordedPlans> OpenAsync(NpgsqlConnectionStringBuilder superuser, string[] tables, CancellationToken ct)
    {
        // Without parallel workers the plans of this machine are those of any.
        NpgsqlConnectionStringBuilder access = new(superuser.ConnectionString)
        {
            Pooling = false,
            Options = "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_format=json -c auto_explain.log_analyze=on "
                + "-c auto_explain.log_timing=off -c auto_explain.log_level=notice -c max_parallel_workers_per_gather=0 -c jit=off",
        };
        NpgsqlConnection connection = new(access.ConnectionString);
        RecordedPlans plans = new(connection, tables);
        connection.Notice += (_, notice) => plans.Take(notice.Notice.MessageText);
        await connection.OpenAsync(ct);
        return plans;
    }

    /// <summary>The scans of the big tables of all statements since the last time that it was asked.</summary>
    public IReadOnlyList<PlanScan[]> Drain()
    {
        PlanScan[][] plans = [.. _plans.Where(plan => plan.Length > 0)];
        _plans.Clear();
        return plans;
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private void Take(string message)
    {
        int start = message.IndexOf('{', StringComparison.Ordinal);
        if (start >= 0 && JsonNode.Parse(message[start..])?["Plan"] is { } plan)
            _plans.Add([.. PlanScan.In(plan, _tables)]);
    }
}

using System.Globalization;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Database.Health.Reading;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Listmonk.OptIn.Funnel;
using ListmonkPS.Core.Tests.Architecture;
using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.Worlds;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Plans;

/// <summary>
/// How PostgreSQL reads the two big tables for each statement of diagnosis and measuring, held against a kept file (LISTMONKPS_RENEW=1 writes it anew): no
/// statement goes through one of them twice, and none through the whole of it for a twentieth that an index of listmonk selects.
/// </summary>
public sealed class QueryPlanTests
{
    /// <summary>A scan that looks at less of a table is a look-up.</summary>
    private const double Much = 0.05;

    private const int People = 20_000;

    /// <summary>Rows of a page of the due list.</summary>
    private const int DuePage = 500;

    private static readonly string File = Path.Combine(RepositoryFolder.Path, "tests", "Core.Tests", "Listmonk", "Plans", "plans.txt");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_statement_reads_a_big_table_once_at_most_and_as_it_was_kept()
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Cancellation);
        DateTimeOffset now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = People, Now = now }, Cancellation);
        await using RecordedPlans recorded = await RecordedPlans.OpenAsync(world, cluster.SuperUser, cluster.SuperPassword, Cancellation);
        List<string> lines = [$"PostgreSQL {recorded.Connection.PostgreSqlVersion.Major}"];
        foreach ((string name, Func<NpgsqlConnection, Task> run) in Statements(now))
        {
            recorded.Drain();
            await run(recorded.Connection);
            foreach (PlanScan[] scans in recorded.Drain())
            {
                lines.Add($"{name}: {string.Join(", ", scans.Select(scan => $"{scan.Table} by {scan.How}"))}");
                Assert.All(scans.Where(IsMuch).GroupBy(scan => scan.Table), table => Assert.True(table.Count() == 1, lines[^1]));
                Assert.All(scans.Where(scan => scan.How == "Seq Scan"), scan => Assert.True(scan.Kept > Much * scan.Read, lines[^1]));
            }
        }

        string text = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("LISTMONKPS_RENEW") == "1")
            await System.IO.File.WriteAllTextAsync(File, text, Cancellation);
        string kept = (await System.IO.File.ReadAllTextAsync(File, Cancellation)).ReplaceLineEndings("\n");
        // Another release of PostgreSQL may plan otherwise; the rules hold for it all the same.
        if (kept.StartsWith(lines[0] + '\n', StringComparison.Ordinal))
            Assert.Equal(kept, text);
    }

    private static bool IsMuch(PlanScan scan) => scan.Read > Much * People && !scan.IsLookUp;

    private static IEnumerable<(string Name, Func<NpgsqlConnection, Task> Run)> Statements(DateTimeOffset now)
    {
        SignUpSelection all = new([1, 2, 3], SignUpSelection.Earliest, now.AddDays(1));
        SignUpSelection newest = all with { FirstSubscriber = People - 500 };
        PeriodGrid hours = new(TimeZoneInfo.Utc, TimeSpan.FromHours(1), now);
        DatabaseRights rights = new("p", "r", ["settings", "lists", "subscribers", "subscriber_lists"], false, false);
        HitPart hit = new(now.AddDays(-21), null, null, null, null);
        yield return ("probe", connection => ProbeQuery.ReadAsync(connection, "p", Cancellation));
        yield return ("settings", connection => SettingQuery.ReadAsync(connection, Cancellation));
        yield return ("lists", connection => ListQuery.ReadAsync(connection, Cancellation));
        yield return ("waiting", connection => WaitingQuery.ReadAsync(connection, Cancellation));
        yield return ("status counts", connection => StatusCountQuery.ReadAsync(connection, "s", Cancellation));
        yield return ("health", connection => HealthQuery.ReadAsync(connection, rights, TimeProvider.System, Cancellation));
        yield return ("periods", connection => PeriodQuery.ReadAsync(connection, all, hours, Cancellation));
        foreach (BreakScope scope in Enum.GetValues<BreakScope>())
            yield return (string.Create(CultureInfo.InvariantCulture, $"sign-ups by {scope}"), connection => SignUpQuery.ReadAsync(connection, all, scope, Cancellation));
        yield return ("first of the newest", connection => SignUpQuery.ReadFirstOfNewestAsync(connection, 500, Cancellation));
        yield return ("newest sign-ups", connection => SignUpQuery.ReadAsync(connection, newest, BreakScope.Total, Cancellation));
        yield return ("hit", connection => HitQuery.ReadAsync(connection, all, [hit], hours, Cancellation));
        foreach ((string name, DueSelection selection) in DueSelections(now))
        {
            DueKey middle = new(People / 2, 1);
            yield return ($"bursts, {name}", connection => BurstQuery.ReadAsync(connection, selection, Cancellation));
            yield return ($"due, {name}, first page", connection => ReadDueAsync(connection, selection, DueKey.Start));
            yield return ($"due, {name}, a later page", connection => ReadDueAsync(connection, selection, middle));
        }
    }

    private static Task<DueKey?> ReadDueAsync(NpgsqlConnection connection, DueSelection selection, DueKey after) =>
        DueQuery.ReadAsync(connection, selection, LedgerSight.Absent, after, DuePage, new DueGroup(new DueHandOver(TimeProvider.System)), Cancellation);

    private static IEnumerable<(string Name, DueSelection Selection)> DueSelections(DateTimeOffset now)
    {
        DueSelection all = new([1, 2, 3], [1, 2, 3], null, null) { LeaveOutBounced = true };
        yield return ("all", all);
        yield return ("since", all with { Since = now.UtcDateTime.AddDays(-7) });
        yield return ("before", all with { Before = now.UtcDateTime.AddDays(-7) });
        yield return ("of a list", all with { WantedLists = [2] });
        yield return ("of a domain", all with { Addresses = new AddressFilter([], ["*.test"]) });
    }
}

using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Resend;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.PostgreSql;
using Npgsql;

namespace ListmonkPS.Core.Tests.Resend.Ledger;

/// <summary>A PostgreSQL that crashes in the middle of a run does not end it, and nobody is mailed twice or not at all.</summary>
public sealed class LedgerCrashTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2)]
    public async Task A_crash_of_the_database_does_not_end_the_run(int crashes)
    {
        await using PostgreSqlCluster cluster = await PostgreSqlCluster.StartAsync(Test);
        await using ListmonkDatabase database = new(new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres")), TimeSpan.FromMinutes(1), TimeProvider.System);
        await using PostgresLedger ledger = await new PostgresLedgerOpening(database, "server", TimeProvider.System).OpenAsync(ownsDatabase: false, Test);
        LedgerRun run = await ledger.CreateAsync(new RunIdentity("run", ResendRoute.Api, "account", "", ""), Test);
        ResendTarget[] people = RandomPeople.Of(600);
        await ledger.AddAsync(run, people, Test);
        int begun = 0;
        Task crashing = Task.CompletedTask;
        MadeUpSender sender = new(async (_, _, _) =>
        {
            if (Interlocked.Increment(ref begun) % (people.Length / (crashes + 1)) == 0 && begun < people.Length)
                crashing = cluster.CrashAsync(Test);
            await Task.Yield();
            return MadeUpSender.Sent;
        });
        RunEnd end = await new ResendRun(new ResendWork(ledger, run, new MadeUpPeople(), sender, RunBench.Limits, TimeProvider.System, new HeardNotices())).SendAsync(Test);
        await crashing;
        Assert.Equal(OptInResendRunState.Finished, end.State);
        Assert.Equal(people.Select(person => person.Id), sender.Taken.Order());
        Assert.Equal(people.Length, (await ledger.CountAsync(run, Test))[LedgerState.Sent]);
    }
}

using ListmonkPS.Core.Listmonk.Database.Health.Judging;
using ListmonkPS.Core.Listmonk.Database.Health.Reading;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Database.Health;

/// <summary>Examines a database: reads once, in a short transaction, and judges each aspect.</summary>
internal static class DatabaseExam
{
    private static readonly CheckStatus[] Order = [CheckStatus.Fail, CheckStatus.Error, CheckStatus.Warning, CheckStatus.Skipped, CheckStatus.Pass];

    private static readonly Func<Exam, DatabaseTest>[] Judges =
    [
        ServiceJudge.Reach, ServiceJudge.Rights, ServiceJudge.Writing, ServiceJudge.Migrations, SessionJudge.Connections, SessionJudge.Blocking,
        SessionJudge.IdleTransactions, SessionJudge.LongQueries, StorageJudge.Tables, StorageJudge.Sequences, StorageJudge.Disk, StorageJudge.SignUps,
    ];

    /// <summary>All aspects, what is wrong first. A database that does not answer has one: that it does not.</summary>
    /// <param name="database">The database.</param>
    /// <param name="version">Version of listmonk that runs; null when not known.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<IReadOnlyList<DatabaseTest>> RunAsync(
        ListmonkDatabase database, ListmonkVersion? version, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            DatabaseInfo info = await database.ProbeAsync(cancellation);
            if (!info.IsUsable)
                return [Unusable(info.Problem!)];
            DatabaseHealth health = await database.ReadAsync((connection, token) => HealthQuery.ReadAsync(connection, info.Rights, time, token), cancellation);
            Exam exam = new(database.Place, info, health, version, time.GetUtcNow(), DataSpace.Left(database.Place, health.DataFolder))
            {
                MostOpenOfListmonk = database.MostOpenOfListmonk,
            };
            return [.. Judges.Select(judge => judge(exam)).OrderBy(test => Array.IndexOf(Order, test.Status)).ThenBy(test => test.Aspect)];
        }
        catch (FailureException exception)
        {
            return [Unusable(exception.Failure)];
        }
    }

    /// <summary>A server that has no connection left says so at the door: that is the pool, not the way to it.</summary>
    private static DatabaseTest Unusable(Failure failure) => Exam.Wrong(
        failure.Id == nameof(DatabaseFailures.DatabaseFull) ? DatabaseAspect.Connections : DatabaseAspect.Reach,
        CheckStatus.Fail, failure.Message, failure.RecommendedAction);
}

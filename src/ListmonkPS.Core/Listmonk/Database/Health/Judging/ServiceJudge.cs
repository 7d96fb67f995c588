using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Database.Health.Judging;

/// <summary>Judges what the database is and whether it serves: reach, rights, writing, migrations.</summary>
internal static class ServiceJudge
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether it answers, and how fast.</summary>
    public static DatabaseTest Reach(Exam exam)
    {
        double milliseconds = exam.Health.RoundTrip.TotalMilliseconds;
        string summary = Texts.Format("database.reach.pass", exam.Place, exam.Info.ServerVersion, milliseconds);
        return exam.Health.RoundTrip <= Slow
            ? Exam.Pass(DatabaseAspect.Reach, summary)
            : Exam.Wrong(DatabaseAspect.Reach, CheckStatus.Warning, Texts.Format("database.reach.slow", exam.Place, milliseconds), Texts.Format("database.reach.remedy"));
    }

    /// <summary>What our role may read.</summary>
    public static DatabaseTest Rights(Exam exam) => exam.Info.Problem is { } problem
        ? Exam.Wrong(DatabaseAspect.Rights, CheckStatus.Warning, problem.Message, problem.RecommendedAction, exam.Info.Rights.Shown())
        : Exam.Pass(DatabaseAspect.Rights, Texts.Format("database.rights.pass", exam.Info.User), exam.Info.Rights.Shown());

    /// <summary>Whether the server takes changes.</summary>
    public static DatabaseTest Writing(Exam exam) => exam.Health switch
    {
        { IsRecovering: true } => Exam.Wrong(
            DatabaseAspect.Writing, CheckStatus.Fail, Texts.Format("database.writing.recovering", exam.Place), Texts.Format("database.writing.recovering.remedy")),
        { ReadOnlyBy: { } by } => Exam.Wrong(
            DatabaseAspect.Writing, CheckStatus.Fail, Texts.Format("database.writing.read-only-" + by, exam.Place), Texts.Format("database.writing.read-only-" + by + ".remedy", exam.Info.Name)),
        _ => Exam.Pass(DatabaseAspect.Writing, Texts.Format("database.writing.pass")),
    };

    /// <summary>Whether the tables are those of the version that runs. Nightly builds migrate without recording it (1.1).</summary>
    public static DatabaseTest Migrations(Exam exam)
    {
        if (exam.Info.Rights.MissingFor("settings") is { } missing)
            return Exam.Skipped(DatabaseAspect.Migrations, missing.Message, missing.RecommendedAction);
        if (ListmonkVersion.TryParse(exam.Info.LastMigration) is not { } last)
            return Exam.Wrong(DatabaseAspect.Migrations, CheckStatus.Fail, Texts.Format("database.migrations.none"), Texts.Format("database.migrations.remedy"));
        if (exam.Version is not { IsNightly: false } version || KnownMigrations.LastOf(version) is not { } wanted)
            return Exam.Skipped(DatabaseAspect.Migrations, Texts.Format("database.migrations.unknown", last), Texts.Format("database.migrations.unknown.remedy"));
        return last.CompareTo(wanted) switch
        {
            < 0 => Exam.Wrong(
                DatabaseAspect.Migrations, CheckStatus.Fail, Texts.Format("database.migrations.behind", last, version, wanted), Texts.Format("database.migrations.remedy")),
            > 0 when last.CompareTo(version) > 0 => Exam.Wrong(
                DatabaseAspect.Migrations, CheckStatus.Warning, Texts.Format("database.migrations.ahead", last, version), Texts.Format("database.migrations.ahead.remedy")),
            _ => Exam.Pass(DatabaseAspect.Migrations, Texts.Format("database.migrations.pass", last, version)),
        };
    }
}

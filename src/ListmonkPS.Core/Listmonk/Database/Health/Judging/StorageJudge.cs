using ListmonkPS.Core.Listmonk.Database.Health.Reading;

namespace ListmonkPS.Core.Listmonk.Database.Health.Judging;

/// <summary>Judges what is stored: tables, numbers, room, and whether sign-ups are.</summary>
internal static class StorageJudge
{
    private const long LeastRows = 1_000;
    private const long LeastDead = 10_000;
    private const double MuchDead = 0.3;
    private const double NearEnd = 0.8;
    private const long Mebibyte = 1 << 20;
    private const long LittleRoom = 1024 * Mebibyte;
    private const long NoRoom = 50 * Mebibyte;
    private static readonly TimeSpan Recently = TimeSpan.FromDays(30);

    /// <summary>Tables that the planner knows nothing of, or that are full of dead rows.</summary>
    public static DatabaseTest Tables(Exam exam)
    {
        TableRow[] unknown = [.. exam.Health.Tables.Where(table => !table.IsAnalysed && table.Live >= LeastRows)];
        TableRow[] bloated = [.. exam.Health.Tables.Where(table => table.Dead >= LeastDead && table.Dead >= MuchDead * (table.Dead + table.Live))];
        string[] details =
            [.. exam.Health.Tables.Select(table => Texts.Format("database.tables.line", table.Name, table.Live, table.Dead, table.Pages * 8 / 1024.0))];
        if (unknown.Length + bloated.Length == 0)
            return Exam.Pass(DatabaseAspect.Tables, Texts.Format("database.tables.pass", exam.Health.Tables.Count), details);
        string names = string.Join(", ", unknown.Concat(bloated).Select(table => table.Name).Distinct());
        return Exam.Wrong(
            DatabaseAspect.Tables, CheckStatus.Warning,
            unknown.Length > 0 ? Texts.Format("database.tables.unknown", string.Join(", ", unknown.Select(table => table.Name)))
                : Texts.Format("database.tables.bloated", names, bloated.Sum(table => table.Dead)),
            Texts.Format("database.tables.remedy", names), details);
    }

    /// <summary>Numbers that run out: imports that meet known addresses use them up without adding rows.</summary>
    public static DatabaseTest Sequences(Exam exam)
    {
        if (exam.Health.Sequences.Count == 0)
            return Exam.Skipped(DatabaseAspect.Sequences, Texts.Format("database.sequences.unknown"), exam.Info.Problem?.RecommendedAction);
        SequenceRow fullest = exam.Health.Sequences.MaxBy(sequence => sequence.Last / (double)sequence.Most)!;
        double part = fullest.Last / (double)fullest.Most;
        string[] details = [.. exam.Health.Sequences.Select(sequence => Texts.Format("database.sequences.line", sequence.Table, sequence.Last, sequence.Most))];
        string summary = Texts.Format("database.sequences.used", fullest.Table, fullest.Last, fullest.Most);
        return part < NearEnd
            ? Exam.Pass(DatabaseAspect.Sequences, summary, details)
            : Exam.Wrong(
                DatabaseAspect.Sequences, fullest.Last >= fullest.Most ? CheckStatus.Fail : CheckStatus.Warning, summary,
                Texts.Format("database.sequences.remedy", fullest.Table), details);
    }

    /// <summary>Room is known only where the data is on this machine and our role may see where.</summary>
    public static DatabaseTest Disk(Exam exam)
    {
        double size = (exam.Health.Size ?? 0) / (double)Mebibyte;
        if (exam.FreeSpace is not { } free)
            return Exam.Skipped(DatabaseAspect.Disk, Texts.Format("database.disk.unknown", size), Texts.Format("database.disk.unknown.remedy", exam.Info.Rights.Role));
        string summary = Texts.Format("database.disk.free", size, free / (double)Mebibyte);
        return free >= LittleRoom
            ? Exam.Pass(DatabaseAspect.Disk, summary)
            : Exam.Wrong(DatabaseAspect.Disk, free < NoRoom ? CheckStatus.Fail : CheckStatus.Warning, summary, Texts.Format("database.disk.remedy"));
    }

    /// <summary>Whether anybody signs up: a database that takes no rows looks like this, and so does a form that nobody finds.</summary>
    public static DatabaseTest SignUps(Exam exam)
    {
        if (exam.Info.Rights.MissingFor("subscribers", "subscriber_lists") is { } missing)
            return Exam.Skipped(DatabaseAspect.SignUps, missing.Message, missing.RecommendedAction);
        return exam.Health.LastSignUp is { } last && exam.Now - last < Recently
            ? Exam.Pass(DatabaseAspect.SignUps, Texts.Format("database.signups.pass", exam.Health.SignUpsOfDay, last.ToLocalTime()))
            : Exam.Wrong(
                DatabaseAspect.SignUps, CheckStatus.Warning, Texts.Format("database.signups.none", Recently.TotalDays), Texts.Format("database.signups.remedy"));
    }
}

using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.OptIn.Breaks;

namespace ListmonkPS.Core.Diagnosis.Checks.Database;

/// <summary>
/// People sign up as in the same hours of the weeks before. When they suddenly do not, the form is gone, or rows are not stored: neither shows in any setting.
/// </summary>
internal sealed class QuietCheck : ICheck
{
    public const string Id = "database.quiet";

    private const int Weeks = 4;
    private const long Week = 7 * SignUpCell.InDay;

    /// <summary>So many expected, and nobody: by chance once in a thousand times.</summary>
    private const double Expected = 7;

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Database],
        Reads = [typeof(RecentSignUps)],
        DependsOn = [DatabaseState.JudgedBy],
        Stage = OptInStage.SignUp,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.High,
        IsSymptom = true,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        IReadOnlyList<SignUpCell> cells = facts.Get<RecentSignUps>().Cells;
        if (cells.Count == 0)
            return Finding.Pass(Texts.Format("check.database.quiet.none"));
        long now = SignUpCell.QuarterOf(facts.Now);
        long last = cells.Max(cell => cell.Quarter);
        double usual = Enumerable.Range(1, Weeks).Average(week => (double)cells
            .Where(cell => cell.Quarter > last - (week * Week) && cell.Quarter <= now - (week * Week)).Sum(cell => cell.People));
        DateTimeOffset since = SignUpCell.TimeOf(last).ToLocalTime();
        CheckEvidence evidence = new(
            Texts.Format("check.source-database"), Texts.Format("check.what-last-signup"), Texts.Format("check.found-time", since), When: since);
        return usual < Expected
            ? Finding.Pass(Texts.Format("check.database.quiet.pass", since), evidence)
            : new Finding
            {
                Status = CheckStatus.Warning,
                Summary = Texts.Format("check.database.quiet.warn", since, usual),
                Evidence = [evidence],
                Confidence = CheckConfidence.Medium,
                Since = since,
                Remedy = new CheckRemedy(Texts.Format("check.database.quiet.remedy")),
            };
    }
}

using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Diagnosis.Checks.Database;

/// <summary>
/// Those who wait signed up themselves. An import never mails (G42) and leaves no mark; only rows made in the same second by the dozen suggest
/// it, so this is a Warning at most.
/// </summary>
internal sealed class OnlyImportsCheck() : WaitingCheck(OnlyImportsCheck.Id)
{
    public const string Id = "database.only-imports";

    protected override Finding Judge(WaitingPeople people, DateTimeOffset now)
    {
        WaitingSummary waiting = people.Summary;
        CheckEvidence evidence = new(
            people.SourceText,
            Texts.Format("check.what-bulk-rows"),
            Texts.Format("check.found-bulk-rows", waiting.RowsInBulk, waiting.Rows));
        return waiting.Rows > 0 && waiting.RowsInBulk == waiting.Rows
            ? new Finding
            {
                Status = CheckStatus.Warning,
                Summary = Texts.Format("check.database.only-imports.warn", waiting.Rows),
                Evidence = [evidence],
                Confidence = CheckConfidence.Low,
                AffectedCount = waiting.People,
                Remedy = new CheckRemedy(Texts.Format("check.database.only-imports.remedy")),
            }
            : Finding.Pass(
                Texts.Format(waiting.Rows == 0 ? "check.database.only-imports.none" : "check.database.only-imports.pass", waiting.Rows - waiting.RowsInBulk, waiting.Rows),
                evidence);
    }
}

using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Diagnosis.Checks.Database;

/// <summary>
/// Somebody signs up at all. When nobody waits and nobody signed up for long, nothing may be broken: there is just no one to mail.
/// </summary>
internal sealed class NobodyWaitingCheck() : WaitingCheck(NobodyWaitingCheck.Id)
{
    public const string Id = "database.nobody-waiting";

    private static readonly TimeSpan Recently = TimeSpan.FromDays(30);

    protected override Finding Judge(WaitingPeople people, DateTimeOffset now)
    {
        WaitingSummary waiting = people.Summary;
        bool signedUpRecently = waiting.LastSignUp is { } last && now - last < Recently;
        CheckEvidence evidence = new(
            people.SourceText,
            Texts.Format("check.what-last-signup"),
            waiting.LastSignUp is null ? Texts.Format("check.found-never") : Texts.Format("check.found-time", waiting.LastSignUp.Value.ToLocalTime()),
            When: waiting.LastSignUp);
        if (waiting.People > 0)
        {
            return Finding.Pass(Texts.Format("check.database.nobody-waiting.waiting", waiting.People), evidence);
        }

        return signedUpRecently
            ? Finding.Pass(Texts.Format("check.database.nobody-waiting.all-confirmed"), evidence)
            : new Finding
            {
                Status = CheckStatus.Warning,
                Summary = Texts.Format("check.database.nobody-waiting.warn", Recently.TotalDays),
                Evidence = [evidence],
                Confidence = CheckConfidence.Medium,
                Remedy = new CheckRemedy(Texts.Format("check.database.nobody-waiting.remedy")),
            };
    }
}

using ListmonkPS.Core.Diagnosis.Judging;

namespace ListmonkPS.Core.Diagnosis.Ranking;

/// <summary>
/// A cause is as old as what it accounts for: where its own evidence has no date, that of the symptom is its date; where the two differ, both are told, for the
/// operator to see.
/// </summary>
internal static class SymptomDate
{
    /// <summary>The check with date and evidence of the dated symptoms that it accounts for.</summary>
    /// <param name="check">A check.</param>
    /// <param name="judged">All checks of the run.</param>
    /// <param name="explainedBy">Id of each explained failure with the id of its root.</param>
    public static JudgedCheck Lend(JudgedCheck check, IReadOnlyList<JudgedCheck> judged, Dictionary<string, string> explainedBy)
    {
        Finding[] dated =
        [
            .. from symptom in judged
               where symptom.Finding.Since is not null && explainedBy.GetValueOrDefault(symptom.Info.Id) == check.Info.Id
               orderby symptom.Finding.Since
               select symptom.Finding,
        ];
        return dated.Length == 0 ? check : check with
        {
            Finding = check.Finding with
            {
                Since = check.Finding.Since ?? dated[0].Since,
                Evidence = [.. check.Finding.Evidence, .. dated.SelectMany(symptom => symptom.Evidence.Take(1))],
            },
        };
    }
}

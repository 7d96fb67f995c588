using ListmonkPS.Core.Diagnosis.Judging;


namespace ListmonkPS.Core.Diagnosis.Ranking;

/// <summary>
/// Which failure accounts for which. Derived, not listed, so that a new check needs no edit elsewhere: opt-in mail is a chain, and a failure
/// that stops it for everybody accounts for a symptom seen at a later stage. Causes explain symptoms, never the reverse; only a Fail explains. Besides,
/// a finding may name what it accounts for by its own evidence.
/// </summary>
internal static class Explanation
{
    /// <summary>Id of each explained failure with the id of its root: the one with the best evidence, then the earliest in the chain.</summary>
    public static Dictionary<string, string> Derive(IReadOnlyList<JudgedCheck> judged)
    {
        JudgedCheck[] failures = [.. judged.Where(check => check.Finding.Status == CheckStatus.Fail)];
        JudgedCheck[] stops = [.. failures
            .Where(check => !check.Info.IsSymptom && check.Effect == OptInEffect.StopsAll)
            .OrderByDescending(check => check.Finding.Confidence)
            .ThenBy(check => check.Info.Stage)
            .ThenBy(check => check.Info.Id, StringComparer.Ordinal)];
        Dictionary<string, string> explainedBy = failures
            .SelectMany(check => check.Finding.AccountsFor.Select(id => (Effect: id, Cause: check.Info.Id)))
            .Where(pair => failures.Any(check => check.Info.Id == pair.Effect))
            .DistinctBy(pair => pair.Effect)
            .ToDictionary(pair => pair.Effect, pair => pair.Cause);
        foreach (JudgedCheck symptom in failures.Where(check => check.Info.IsSymptom))
        {
            JudgedCheck? cause = stops.FirstOrDefault(stop => stop.Info.Stage < symptom.Info.Stage);
            if (cause is not null)
            {
                explainedBy.TryAdd(symptom.Info.Id, cause.Info.Id);
            }
        }

        return explainedBy;
    }
}

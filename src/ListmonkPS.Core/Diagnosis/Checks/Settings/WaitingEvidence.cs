using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>The people who wait, as evidence of how many a stop has hit.</summary>
internal static class WaitingEvidence
{
    /// <summary>Adds the figure to the evidence; returns it, or null when this access does not tell.</summary>
    public static long? AddTo(List<CheckEvidence> evidence, FactSet facts)
    {
        if (facts.TryGet<WaitingPeople>() is not { Summary: { } waiting } people)
        {
            return null;
        }

        evidence.Add(new CheckEvidence(
            people.SourceText,
            Texts.Format("check.what-waiting"),
            waiting.People == 0
                ? Texts.Format("check.found-nobody")
                : Texts.Format("check.found-waiting", waiting.People, waiting.Oldest?.ToLocalTime(), waiting.Newest?.ToLocalTime()),
            When: waiting.Newest));
        return waiting.People;
    }
}

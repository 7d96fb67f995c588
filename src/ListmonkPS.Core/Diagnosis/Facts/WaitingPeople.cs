using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Who waits for confirmation, in figures.</summary>
/// <param name="Summary">The figures.</param>
/// <param name="Source">Where they were read.</param>
internal sealed record WaitingPeople(WaitingSummary Summary, Access Source)
{
    /// <summary>The source in words, for evidence.</summary>
    public string SourceText => Texts.Format(Source == Access.Database ? "check.source-database" : "check.source-api-subscribers");
}

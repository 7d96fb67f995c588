namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>What each aspect of the database is like.</summary>
/// <param name="Tests">The aspects; one alone when it could not be entered.</param>
internal sealed record DatabaseExamined(IReadOnlyList<DatabaseTest> Tests)
{
    /// <summary>An aspect; null when it was not judged.</summary>
    public DatabaseTest? Of(DatabaseAspect aspect) => Tests.FirstOrDefault(test => test.Aspect == aspect);
}

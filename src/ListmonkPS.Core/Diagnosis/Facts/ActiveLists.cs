namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>The lists that are not archived.</summary>
/// <param name="Lists">The lists.</param>
/// <param name="Source">Where they were read.</param>
internal sealed record ActiveLists(IReadOnlyList<OptInList> Lists, Access Source);

namespace ListmonkPS.Core.Listmonk.Database.Health.Reading;

/// <summary>The numbers of a table.</summary>
/// <param name="Table">Table.</param>
/// <param name="Last">Greatest number that was given out: of the sequence where our role may see it, else of the rows.</param>
/// <param name="Most">Greatest number that there is.</param>
internal sealed record SequenceRow(string Table, long Last, long Most);

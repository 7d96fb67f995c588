namespace ListmonkPS.Core.Listmonk.Database.Health.Reading;

/// <summary>One of listmonk's tables.</summary>
/// <param name="Name">Name.</param>
/// <param name="IsAnalysed">True when it was ever analysed or vacuumed: else the planner guesses.</param>
/// <param name="Pages">Pages of 8 KiB.</param>
/// <param name="Live">Rows that are there, estimated since the statistics were last reset.</param>
/// <param name="Dead">Rows that are deleted or replaced and not yet vacuumed, estimated alike.</param>
internal sealed record TableRow(string Name, bool IsAnalysed, long Pages, long Live, long Dead);

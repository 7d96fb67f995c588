namespace ListmonkPS.Core.Listmonk.Database.Health.Reading;

/// <summary>A session that waits for a lock.</summary>
/// <param name="Pid">Process that waits.</param>
/// <param name="Table">Table that the lock is on, made harmless; null when it is on a row or transaction.</param>
/// <param name="Waited">How long; null where the version of PostgreSQL does not tell.</param>
/// <param name="By">Processes that it waits for.</param>
internal sealed record BlockedRow(int Pid, string? Table, TimeSpan? Waited, IReadOnlyList<int> By);

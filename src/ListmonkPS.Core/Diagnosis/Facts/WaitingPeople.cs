using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Who waits for confirmation, in figures.</summary>
/// <param name="Summary">The figures.</param>
internal sealed record WaitingPeople(WaitingSummary Summary);

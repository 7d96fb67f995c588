using ListmonkPS.Core.Listmonk.OptIn.Breaks;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Who signed up of late, and whether the share of those who confirm broke.</summary>
/// <param name="Cells">The sign-ups to double opt-in lists, by quarter of an hour.</param>
/// <param name="Break">The break that lasts; null when there is none.</param>
internal sealed record RecentSignUps(IReadOnlyList<SignUpCell> Cells, OptInBreak? Break);

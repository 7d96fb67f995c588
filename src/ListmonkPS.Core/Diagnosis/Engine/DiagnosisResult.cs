using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Engine;

/// <summary>What a run found, and the facts it rests on.</summary>
/// <param name="Checks">All checks, ranked.</param>
/// <param name="Facts">All facts that any check reads.</param>
internal sealed record DiagnosisResult(IReadOnlyList<ListmonkCheck> Checks, FactSet Facts);

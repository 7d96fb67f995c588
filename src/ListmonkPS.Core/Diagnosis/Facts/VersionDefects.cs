using ListmonkPS.Core.Evidence.Defects;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>The running version with the known defects that it has or may have.</summary>
/// <param name="Running">The version.</param>
/// <param name="Defects">Its defects, judged by what is known here.</param>
internal sealed record VersionDefects(RunningVersion Running, IReadOnlyList<VersionTest> Defects)
{
    /// <summary>The first of these defects that the version has or may have; null for none.</summary>
    public VersionTest? Find(params IReadOnlyList<string> ids) => Defects.FirstOrDefault(test => ids.Contains(test.Id));

    /// <summary>The version as evidence.</summary>
    public CheckEvidence Evidence() => new(
        Texts.Format(Running.IsExact ? "version.source-api" : "version.source-migration"), Texts.Format("version.what"), Safety.HarmlessText.Of(Running.Told.Text));
}

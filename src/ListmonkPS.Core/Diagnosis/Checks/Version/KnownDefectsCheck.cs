using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Version;

/// <summary>
/// The version has no known defect that can stop opt-in mail and that a release has mended. Those that other checks judge are not told twice; an upgrade that would bring
/// another such defect is never named.
/// </summary>
internal sealed class KnownDefectsCheck : ICheck
{
    public const string Id = "version.known-defects";

    /// <summary>Judged by <see cref="SilentLossCheck"/>, <see cref="ResignUpCheck"/> and settings.smtp-enabled.</summary>
    private static readonly string[] Elsewhere = ["B3", "B8", "B10", "B18", "B21"];

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(VersionDefects)],
        DependsOn = [.. ApiState.JudgedBy, DatabaseState.JudgedBy],
        Stage = OptInStage.Connecting,
        Effect = OptInEffect.Weakens,
        Severity = CheckSeverity.Medium,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        VersionDefects version = facts.Get<VersionDefects>();
        VersionTest[] stopping = [.. version.Defects.Where(
            test => test is { Effect: >= OptInEffect.StopsSome, Bites: not false, UpgradeTo: not null } && !Elsewhere.Contains(test.Id))];
        return stopping.Length == 0
            ? Finding.Pass(Texts.Format("check.version.known-defects.pass", version.Running.Told, version.Defects.Count), version.Evidence())
            : new Finding
            {
                Status = CheckStatus.Warning,
                Summary = Texts.Format("check.version.known-defects.warning", version.Running.Told, string.Join(" ", stopping.Select(test => test.Summary))),
                Evidence = [version.Evidence()],
                Confidence = version.Running.IsExact ? CheckConfidence.High : CheckConfidence.Medium,
                Remedy = stopping[0].Remedy! with { Command = "Test-ListmonkVersion" },
            };
    }
}

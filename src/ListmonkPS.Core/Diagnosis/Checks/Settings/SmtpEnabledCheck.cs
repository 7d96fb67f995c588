using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>At least one SMTP server is enabled. Without one, versions up to v4 do not start, later ones drop the connection at the first mail (B21, G48).</summary>
internal sealed class SmtpEnabledCheck : ICheck
{
    public const string Id = "settings.smtp-enabled";

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(StoredSettings)],
        DependsOn = ApiState.JudgedBy,
        Stage = OptInStage.Connecting,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.Critical,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        StoredSettings settings = facts.Get<StoredSettings>();
        JsonArray blocks = settings.Values.GetValueOrDefault(SettingKeys.Smtp) as JsonArray ?? [];
        int enabled = blocks.OfType<JsonObject>().Count(IsEnabled);
        CheckEvidence evidence = new(
            settings.SourceText, SettingKeys.Smtp, Texts.Format("check.found-smtp", enabled, blocks.Count), Texts.Format("check.wanted-smtp"));
        return enabled > 0
            ? Finding.Pass(Texts.Format("check.settings.smtp-enabled.pass", enabled, blocks.Count), evidence)
            : new Finding
            {
                Status = CheckStatus.Fail,
                Summary = Texts.Format("check.settings.smtp-enabled.fail", blocks.Count),
                Evidence = [evidence],
                Remedy = new CheckRemedy(Texts.Format("check.settings.smtp-enabled.remedy"), NeedsRestart: true),
            };
    }

    private static bool IsEnabled(JsonObject block) =>
        block["enabled"] is JsonValue value && value.TryGetValue(out bool enabled) && enabled;
}

using System.Text.Json;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>
/// The switch's row holds JSON true or false. Null is off; a text or number is off, on or stops the start, by version (contract 3.5), and
/// breaks reading and saving the settings by the API (G32).
/// </summary>
internal sealed class OptInTypeCheck : ICheck
{
    public const string Id = "settings.optin-type";
    private const int MaxShown = 40;

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Database],
        Reads = [typeof(StoredSettings), typeof(DatabaseState)],
        AlsoReads = [typeof(WaitingPeople)],
        DependsOn = [DatabaseState.JudgedBy],
        Stage = OptInStage.Decision,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.Critical,
    };

    public Finding Judge(FactSet facts)
    {
        StoredSettings settings = facts.Get<StoredSettings>();
        if (settings.Source != Access.Database)
        {
            return Finding.SkippedBecause(DatabaseState.JudgedBy);
        }

        return settings.KindOf(SettingKeys.SendOptInConfirmation) switch
        {
            JsonValueKind.True or JsonValueKind.False => Finding.Pass(Texts.Format("check.settings.optin-type.pass")),
            JsonValueKind.Undefined => Finding.SkippedBecause(OptInMissingCheck.Id),
            _ => Wrong(facts, settings),
        };
    }

    private static Finding Wrong(FactSet facts, StoredSettings settings)
    {
        string json = settings.Values[SettingKeys.SendOptInConfirmation]?.ToJsonString() ?? "null";
        List<CheckEvidence> evidence =
            [new(settings.SourceText, SettingKeys.SendOptInConfirmation, HarmlessText.Of(json, MaxShown), "true")];
        long? people = WaitingEvidence.AddTo(evidence, facts);
        bool countsAsOn = CountsAsOn(json);
        return new Finding
        {
            Status = CheckStatus.Fail,
            Summary = Texts.Format(countsAsOn ? "check.settings.optin-type.fail-on" : "check.settings.optin-type.fail-off"),
            Evidence = evidence,
            AffectedCount = countsAsOn ? null : people,
            Effect = countsAsOn ? OptInEffect.Weakens : null,
            Severity = countsAsOn ? CheckSeverity.High : null,
            Remedy = new CheckRemedy(
                Texts.Format("check.settings.optin-type.remedy"),
                RemedyCommand.SetSetting(facts, SettingKeys.SendOptInConfirmation, "$true"),
                IsAutomatic: true,
                NeedsRestart: true),
        };
    }

    // The weak conversion at start takes these texts and numbers for true; other text stops the start (up to v4) or counts as off (v5).
    private static bool CountsAsOn(string json) => json.Trim('"') is "1" or "t" or "T" or "true" or "TRUE" or "True";
}

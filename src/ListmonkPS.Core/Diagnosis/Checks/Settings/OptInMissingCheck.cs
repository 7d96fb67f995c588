using System.Text.Json;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>The switch has a row. Without one it is off, and the API can neither show nor mend that (G5); a configuration file or environment value would count.</summary>
internal sealed class OptInMissingCheck : ICheck
{
    public const string Id = "settings.optin-missing";

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

        if (settings.KindOf(SettingKeys.SendOptInConfirmation) != JsonValueKind.Undefined)
        {
            return Finding.Pass(Texts.Format("check.settings.optin-missing.pass"));
        }

        List<CheckEvidence> evidence =
            [new(settings.SourceText, SettingKeys.SendOptInConfirmation, Texts.Format("check.found-no-row"), "true")];
        long? people = WaitingEvidence.AddTo(evidence, facts);
        return new Finding
        {
            Status = CheckStatus.Fail,
            Summary = Texts.Format("check.settings.optin-missing.fail"),
            Evidence = evidence,
            AffectedCount = people,
            Remedy = new CheckRemedy(
                Texts.Format("check.settings.optin-missing.remedy"),
                RemedyCommand.SetSetting(facts, SettingKeys.SendOptInConfirmation, "$true"),
                IsAutomatic: true,
                NeedsRestart: true),
        };
    }
}

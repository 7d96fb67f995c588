using System.Text.Json;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>The switch app.send_optin_confirmation is on. Off is silent: no log line, no error, the same rows (B1, G1).</summary>
internal sealed class OptInDisabledCheck : ICheck
{
    public const string Id = "settings.optin-disabled";

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(StoredSettings)],
        AlsoReads = [typeof(WaitingPeople), typeof(DatabaseState)],
        DependsOn = [OptInMissingCheck.Id, OptInTypeCheck.Id, .. ApiState.JudgedBy],
        Stage = OptInStage.Decision,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.Critical,
        Reference = "https://github.com/knadh/listmonk/issues/1995",
    };

    public Finding Judge(FactSet facts)
    {
        StoredSettings settings = facts.Get<StoredSettings>();
        return settings.KindOf(SettingKeys.SendOptInConfirmation) switch
        {
            JsonValueKind.True => Finding.Pass(Texts.Format("check.settings.optin-disabled.pass"), Seen(settings, "true")),
            JsonValueKind.False => Off(facts, settings),
            JsonValueKind.Undefined => Finding.SkippedBecause(OptInMissingCheck.Id),
            _ => Finding.SkippedBecause(OptInTypeCheck.Id),
        };
    }

    private static Finding Off(FactSet facts, StoredSettings settings)
    {
        List<CheckEvidence> evidence = [Seen(settings, "false")];
        long? people = WaitingEvidence.AddTo(evidence, facts);
        return new Finding
        {
            Status = CheckStatus.Fail,
            Summary = people is null
                ? Texts.Format("check.settings.optin-disabled.fail")
                : Texts.Format("check.settings.optin-disabled.fail-waiting", people),
            Evidence = evidence,
            AffectedCount = people,
            Remedy = new CheckRemedy(
                Texts.Format(MayChange(facts) ? "check.settings.optin-disabled.remedy" : "check.settings.optin-disabled.remedy-no-right"),
                RemedyCommand.SetSetting(facts, SettingKeys.SendOptInConfirmation, "$true"),
                IsAutomatic: true,
                NeedsRestart: true),
        };
    }

    private static CheckEvidence Seen(StoredSettings settings, string found) =>
        new(settings.SourceText, SettingKeys.SendOptInConfirmation, found, "true");

    // Where the rights are not known nothing says that one is missing.
    private static bool MayChange(FactSet facts) =>
        facts.TryGet<DatabaseState>()?.Info is { MayWriteSettings: true }
        || facts.Session is not { IsSuperAdmin: false } session
        || session.Permissions.Contains(ApiRights.ManageSettings);
}

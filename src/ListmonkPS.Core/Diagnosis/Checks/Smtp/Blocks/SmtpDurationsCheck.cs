using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Changing;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>The spans of each block are ones that listmonk reads (contract 3.4). With another, also in a block that is not enabled, it does not start.</summary>
internal sealed class SmtpDurationsCheck() : SmtpBlockCheck("settings.smtp-durations", OptInEffect.StopsAll, CheckSeverity.Critical, typeof(ApiState))
{
    private const int MaxShown = 40;

    private static readonly SettingKey[] Members =
        [.. SettingCatalogue.Find(SettingKeys.Smtp)!.Members.Where(member => member.Type == SettingValueType.Duration)];

    protected override bool IsJudged(StoredBlock block) => true;

    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        foreach (SettingKey member in Members)
        {
            // A member that is not there is zero; only what is there can be misread.
            if (!stored.Block.Json.TryGetPropertyValue(member.Name, out JsonNode? value) || value is null || StartRules.IsSpan(value))
                continue;
            string found = HarmlessText.Of(value.ToJsonString(), MaxShown);
            string usual = member.Default!.GetValue<string>();
            yield return AtStart(
                new BlockTrouble(member.Name, found, usual, Text("fail", member.Name, stored.Name, found), Text("remedy", usual)) { NewValue = RemedyCommand.Literal(usual) }, facts);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;
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
            if (!stored.Block.Json.TryGetPropertyValue(member.Name, out JsonNode? value) || value is null || IsReadable(value))
                continue;
            string found = HarmlessText.Of(value.ToJsonString(), MaxShown);
            string usual = member.Default!.GetValue<string>();
            yield return AtStart(
                new BlockTrouble(member.Name, found, usual, Text("fail", member.Name, stored.Name, found), Text("remedy", usual)) { NewValue = RemedyCommand.Literal(usual) }, facts);
        }
    }

    /// <summary>What listmonk's language reads besides the usual spelling does no harm: a sign, a bare 0, the micro sign.</summary>
    private static bool IsReadable(JsonNode value) => value.GetValueKind() == JsonValueKind.String
        && value.GetValue<string>().TrimStart('+', '-').Replace("\u00B5s", "us", StringComparison.Ordinal) is var text
        && (text == "0" || DurationText.IsValid(text));
}

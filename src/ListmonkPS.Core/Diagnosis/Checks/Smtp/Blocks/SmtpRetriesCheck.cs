using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>max_msg_retries is the number of all attempts: with a negative one listmonk tries none and reports success (G30).</summary>
internal sealed class SmtpRetriesCheck() : SmtpBlockCheck("settings.smtp-retries", OptInEffect.StopsAll, CheckSeverity.Critical)
{
    /// <summary>As a fresh installation has it.</summary>
    private const string Usual = "2";

    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        if (stored.Block.Json["max_msg_retries"] is JsonValue value && value.TryGetValue(out int attempts) && attempts < 0)
        {
            yield return new BlockTrouble("max_msg_retries", $"{attempts}", Text("wanted"), Text("fail", stored.Name, attempts), Text("remedy", Usual))
            {
                Status = CheckStatus.Fail,
                NewValue = Usual,
                IsAutomatic = true,
            };
        }
    }
}

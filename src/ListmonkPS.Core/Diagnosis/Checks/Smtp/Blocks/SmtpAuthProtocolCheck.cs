using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Changing;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>auth_protocol is one that listmonk knows; with another it does not start (contract 3.3).</summary>
internal sealed class SmtpAuthProtocolCheck()
    : SmtpBlockCheck("settings.smtp-auth-protocol", OptInEffect.StopsAll, CheckSeverity.Critical, typeof(SmtpConversations), typeof(ApiState))
{
    private const string Member = "auth_protocol";

    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        JsonNode? value = stored.Block.Json[Member];
        if (StartRules.IsAuthProtocol(value))
            yield break;
        string found = HarmlessText.Of(value!.ToString());
        string wanted = Wanted(value!.ToString(), facts.TryGet<SmtpConversations>()?.With(stored)?.Test.Offered ?? TextList<string>.Empty);
        yield return AtStart(
            new BlockTrouble(Member, $"\"{found}\"", wanted, Text("fail", stored.Name, found), Text("remedy", wanted)) { NewValue = RemedyCommand.Literal(wanted) }, facts);
    }

    /// <summary>What was meant, as far as it can be read; else what the server offers.</summary>
    private static string Wanted(string text, IReadOnlyList<string> offered)
    {
        string word = text.Trim().ToLowerInvariant();
        if (word.StartsWith("cram", StringComparison.Ordinal))
            return "cram";
        return word.Length > 0 && StartRules.IsAuthProtocol(word) ? word : AuthNames.FirstOffered(offered) switch
        {
            SmtpAuthMechanism.Login => "login",
            SmtpAuthMechanism.CramMd5 => "cram",
            _ => "plain",
        };
    }
}

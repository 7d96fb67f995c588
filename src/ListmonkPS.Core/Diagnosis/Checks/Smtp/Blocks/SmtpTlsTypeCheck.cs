using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>tls_type is spelt as listmonk knows it: the case counts, and another text means STARTTLS up to v4 and no encryption from v5 on (G31).</summary>
internal sealed class SmtpTlsTypeCheck()
    : SmtpBlockCheck(SmtpFaults.IdOf(SmtpFault.TlsType), OptInEffect.StopsAll, CheckSeverity.Critical, typeof(SmtpConversations))
{
    private const int ImplicitPort = 465;
    private const string StartTls = "STARTTLS";

    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        SmtpBlock block = stored.Block;
        if (block.HasKnownTlsType)
            yield break;
        SmtpTalk? talk = facts.TryGet<SmtpConversations>()?.With(stored);
        bool isStopped = talk is not null && SmtpFaults.Of(talk) == SmtpFault.TlsType;
        Quirks quirks = ListmonkVersion.TryParse(facts.Session?.Version) is { } version ? QuirkTable.For(version) : QuirkTable.Rows[^1];
        string wanted = Wanted(block, talk);
        string found = HarmlessText.Of(block.TlsType);
        string key = isStopped ? "fail" : quirks.UnknownTlsTypeMeansStartTls ? "starttls" : "clear";
        yield return new BlockTrouble("tls_type", $"\"{found}\"", wanted, Text(key, stored.Name, found), Text("remedy", wanted))
        {
            Status = isStopped ? CheckStatus.Fail : CheckStatus.Warning,
            Confidence = isStopped ? CheckConfidence.Proved : CheckConfidence.High,
            NewValue = RemedyCommand.Literal(wanted),
            IsAutomatic = talk is not null,
        };
    }

    /// <summary>What the port speaks where it showed, else what was meant: mail that goes on must go on.</summary>
    private static string Wanted(SmtpBlock block, SmtpTalk? talk)
    {
        if (talk?.Test.Trouble == "ClientPlainToTlsPort")
            return "TLS";
        if (talk is not null && SmtpFaults.IsPast(SmtpFault.Silent, talk))
        {
            bool isOffered = talk.Test.Tls == SmtpTlsMode.StartTls
                || talk.Test.Capabilities.Concat(talk.Test.CapabilitiesBeforeTls).Contains(StartTls, StringComparer.OrdinalIgnoreCase);
            return isOffered ? StartTls : "none";
        }

        return block.TlsType.Trim().ToUpperInvariant() switch
        {
            "NONE" => "none",
            StartTls => StartTls,
            _ => block.Port == ImplicitPort ? "TLS" : StartTls,
        };
    }
}

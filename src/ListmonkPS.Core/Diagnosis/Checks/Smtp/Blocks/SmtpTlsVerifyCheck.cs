using System.Net;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>Certificates are checked: else whoever stands in between can take the password and the mails. It does not stop mail.</summary>
internal sealed class SmtpTlsVerifyCheck() : SmtpBlockCheck("settings.smtp-tls-verify", OptInEffect.None, CheckSeverity.Medium, typeof(SmtpConversations))
{
    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        if (!stored.Block.SkipsVerification || stored.Block.TlsType == "none" || IsHere(stored.Block.Host))
            yield break;
        TextList<string>? problems = facts.TryGet<SmtpConversations>()?.With(stored)?.Test.Certificate?.Problems;
        // Switched on behind a bad certificate it would stop the mails that go out now.
        bool isBad = problems is { Count: > 0 };
        yield return new BlockTrouble(
            "tls_skip_verify", "true", "false", Text("fail", stored.Name), isBad ? Text("remedy-bad", string.Join(' ', problems!)) : Text("remedy"))
        {
            NewValue = problems is null || isBad ? null : "$false",
        };
    }

    /// <summary>Nobody stands between two programs of one machine.</summary>
    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}

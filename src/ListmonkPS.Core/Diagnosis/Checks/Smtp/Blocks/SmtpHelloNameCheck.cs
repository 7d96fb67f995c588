using System.Text.RegularExpressions;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>
/// hello_hostname is a full name or an address in brackets (RFC 5321 section 4.1.3), or no server minds. Empty means localhost, which many servers take
/// from those who log in: that alone is no fault.
/// </summary>
internal sealed partial class SmtpHelloNameCheck()
    : SmtpBlockCheck(SmtpFaults.IdOf(SmtpFault.HelloName), OptInEffect.StopsAll, CheckSeverity.Critical, typeof(SmtpConversations))
{
    private const string Member = "hello_hostname";

    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        SmtpTalk? talk = facts.TryGet<SmtpConversations>()?.With(stored);
        bool isRefused = talk is not null && SmtpFaults.Of(talk) == SmtpFault.HelloName;
        string name = stored.Block.HelloName;
        bool isSet = stored.Block.Json[Member]?.ToString() is { Length: > 0 };
        if (!isRefused && (!isSet || IsProper(name)))
            yield break;
        string found = isSet ? HarmlessText.Of(name) : Text("found-empty");
        string? proposal = Proposal(facts);
        string summary = isRefused
            ? Text("fail", talk!.Test.Server, HarmlessText.Of(name), $"{talk.Test.ReplyCode} {talk.Test.EnhancedCode} {talk.Test.ReplyText}".Replace("  ", " ", StringComparison.Ordinal).Trim())
            : Text("malformed", stored.Name, found);
        yield return new BlockTrouble(Member, found, proposal ?? Text("wanted"), summary, Text("remedy"))
        {
            Status = isRefused ? CheckStatus.Fail : CheckStatus.Warning,
            Confidence = isRefused ? CheckConfidence.Proved : CheckConfidence.High,
            NewValue = proposal is null || proposal == name ? null : RemedyCommand.Literal(proposal),
        };
    }

    /// <summary>The name by which subscribers reach listmonk exists in DNS, where it is one.</summary>
    private static string? Proposal(FactSet facts) =>
        Uri.TryCreate(facts.Get<StoredSettings>().TextOf(SettingKeys.RootUrl)?.Trim(), UriKind.Absolute, out Uri? root) && IsProper(root.IdnHost) && FullName().IsMatch(root.IdnHost)
            ? root.IdnHost
            : null;

    private static bool IsProper(string name) =>
        (FullName().IsMatch(name) && !name.StartsWith("localhost", StringComparison.OrdinalIgnoreCase)) || AddressLiteral().IsMatch(name);

    /// <summary>Labels of RFC 1035 section 2.3.1, two or more; the last one is no number.</summary>
    [GeneratedRegex(@"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FullName();

    [GeneratedRegex(@"\A\[(?:[0-9.]+|IPv6:[0-9a-f:.]+)\]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressLiteral();
}

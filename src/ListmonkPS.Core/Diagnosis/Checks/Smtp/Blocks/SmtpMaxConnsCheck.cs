using System.Globalization;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Changing;
using ListmonkPS.Core.Mail.Replies.Providers;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>
/// max_conns is one that the server bears: known of the provider, or seen in a refusal; no connection is opened for it. Below 1 listmonk does not
/// start (contract 3.3).
/// </summary>
internal sealed class SmtpMaxConnsCheck()
    : SmtpBlockCheck("settings.smtp-max-conns", OptInEffect.StopsAll, CheckSeverity.Critical, typeof(SmtpConversations), typeof(ApiState))
{
    private const string Member = "max_conns";

    /// <summary>Next to any server bears so many.</summary>
    private const int Few = 2;

    private const int MaxShown = 40;

    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        SmtpTest? test = facts.TryGet<SmtpConversations>()?.With(stored)?.Test;
        SmtpProvider? provider = ProviderTable.Named(test?.Provider) ?? ProviderTable.Recognise(stored.Block.Host, null, null);
        int? known = provider?.Limits?.Connections;
        JsonNode? value = stored.Block.Json[Member];
        int most = StartRules.ConnectionsOf(value);
        if (most < 1)
            yield return AtStart(Trouble(stored, HarmlessText.Of(value?.ToJsonString() ?? "0", MaxShown), known ?? Few, Text("fail-start", stored.Name)), facts);
        else if (known < most)
            yield return Trouble(stored, most, known.Value, Text("fail-known", stored.Name, most, provider!.Name, known));
        else if (test is { Status: CheckStatus.Fail, Class: SmtpReplyClass.ConnectionLimit } && most > Few)
            yield return Trouble(stored, most, Few, Text("fail-seen", stored.Name, most, $"{test.ReplyCode} {test.ReplyText}"));
    }

    private BlockTrouble Trouble(StoredBlock stored, object found, int wanted, string summary) =>
        new(Member, string.Create(CultureInfo.InvariantCulture, $"{found}"), Text("wanted", wanted), summary, Text("remedy", wanted, stored.Name))
        {
            NewValue = wanted.ToString(CultureInfo.InvariantCulture),
            IsAutomatic = true,
        };
}

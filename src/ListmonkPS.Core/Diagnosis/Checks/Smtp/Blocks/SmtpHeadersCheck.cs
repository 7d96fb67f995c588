using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk.Settings.Changing;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>
/// email_headers is a list of headers with a name and a text each (contract 3.3). With another shape, also in a block that is not enabled, listmonk does
/// not start; a header that none can be spoils every mail, and a Return-Path that is no address leaves it without a sender.
/// </summary>
internal sealed class SmtpHeadersCheck() : SmtpBlockCheck("settings.smtp-headers", OptInEffect.StopsAll, CheckSeverity.Critical, typeof(ApiState))
{
    private const string Member = "email_headers";
    private const string ReturnPath = "Return-Path";

    protected override bool IsJudged(StoredBlock block) => true;

    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        JsonNode? headers = stored.Block.Json[Member];
        if (StartRules.OtherHeaderShape(headers) is { } kind)
            return [AtStart(Trouble(headers, Texts.Format("check.json-kind", kind), Text("fail-shape", stored.Name)), facts)];
        return stored.Block.IsEnabled ? Headers(headers).Select(header => Look(stored, headers, header)).OfType<BlockTrouble>() : [];
    }

    private BlockTrouble? Look(StoredBlock stored, JsonNode? headers, KeyValuePair<string, JsonNode?> header)
    {
        string name = HarmlessText.Of(header.Key);
        string text = header.Value?.GetValue<string>() ?? "";
        bool isSender = header.Key.Equals(ReturnPath, StringComparison.OrdinalIgnoreCase);
        if (isSender && text.Length > 0 && MailAddresses.Find(text) is null)
            return Trouble(headers, name, Text("fail-sender", stored.Name)) with { Status = CheckStatus.Fail };
        return IsHeader(header) ? null : Trouble(headers, name, Text("fail-header", stored.Name, name));
    }

    private BlockTrouble Trouble(JsonNode? headers, string found, string summary) => new(Member, found, Text("wanted"), summary, Text("remedy"))
    {
        NewValue = HeaderCommand.Of(Headers(headers).Where(header => IsHeader(header) && !IsBadSender(header))),
    };

    private static bool IsBadSender(KeyValuePair<string, JsonNode?> header) =>
        header.Key.Equals(ReturnPath, StringComparison.OrdinalIgnoreCase) && MailAddresses.Find(header.Value?.ToString()) is null;

    private static JsonValueKind? Kind(JsonNode? value) => value?.GetValueKind();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Headers(JsonNode? headers) =>
        headers is JsonObject single ? single : (headers as JsonArray ?? []).OfType<JsonObject>().SelectMany(item => item);

    private static bool IsHeader(KeyValuePair<string, JsonNode?> header) =>
        header.Value is null || (Kind(header.Value) == JsonValueKind.String && ListConversion.IsHeader(header.Key, header.Value.GetValue<string>()));
}

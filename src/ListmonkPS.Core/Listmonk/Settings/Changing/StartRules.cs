using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>
/// The values of SMTP blocks with which listmonk does not start (contract 3.3, 3.4). A server that runs notices them at its next reload, whatever that
/// reload is for: it goes away and does not come back.
/// </summary>
internal static class StartRules
{
    private static readonly string[] AuthProtocols = ["cram", "plain", "login", "none", ""];

    private static readonly string[] Spans =
        [.. SettingCatalogue.Find(SettingKeys.Smtp)!.Members.Where(member => member.Type == SettingValueType.Duration).Select(member => member.Name)];

    /// <summary>Addresses of the values of a row that stop the start.</summary>
    /// <param name="row">The row of the SMTP blocks.</param>
    public static IReadOnlyList<string> Broken(JsonNode? row)
    {
        if (row is not JsonArray blocks)
            return [];
        IReadOnlyList<BlockIdentity> identities = BlockIdentity.AllOf(blocks);
        return
        [
            .. identities.SelectMany(identity => Members((JsonObject)blocks[identity.Index]!)
                .Select(member => AddressText.Of(SettingKeys.Smtp, [identity.ShortestAmong(identities), member]))),
        ];
    }

    /// <summary>A span that listmonk reads. What its language reads besides the usual spelling does no harm: a sign, a bare 0, the micro sign.</summary>
    public static bool IsSpan(JsonNode value) => value.GetValueKind() == JsonValueKind.String
        && value.GetValue<string>().TrimStart('+', '-').Replace("\u00B5s", "us", StringComparison.Ordinal) is var text
        && (text == "0" || DurationText.IsValid(text));

    /// <summary>A way to log in that listmonk knows; none at all counts as the empty one.</summary>
    public static bool IsAuthProtocol(JsonNode? value) => value is null || AuthProtocols.Contains(value.ToString(), StringComparer.Ordinal);

    /// <summary>How many connections; 0 for what listmonk takes for none, and does not start with.</summary>
    public static int ConnectionsOf(JsonNode? value) =>
        Kind(value) == JsonValueKind.Number && int.TryParse(value!.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count) ? count : 0;

    /// <summary>What listmonk's reader of email_headers would take for the wrong type; null when it takes it.</summary>
    public static JsonValueKind? OtherHeaderShape(JsonNode? headers) => headers switch
    {
        null => null,
        JsonArray items => items.Where(item => item is not (null or JsonObject)).Select(Kind).FirstOrDefault()
            ?? items.OfType<JsonObject>().SelectMany(item => item).Where(header => header.Value is not null && Kind(header.Value) != JsonValueKind.String)
                .Select(header => Kind(header.Value)).FirstOrDefault(),
        _ => Kind(headers),
    };

    private static IEnumerable<string> Members(JsonObject block)
    {
        foreach (string span in Spans.Where(span => block[span] is { } value && !IsSpan(value)))
            yield return span;
        if (OtherHeaderShape(block["email_headers"]) is not null)
            yield return "email_headers";
        // These two count once the block is used.
        if (Kind(block["enabled"]) != JsonValueKind.True)
            yield break;
        if (!IsAuthProtocol(block["auth_protocol"]))
            yield return "auth_protocol";
        if (ConnectionsOf(block["max_conns"]) < 1)
            yield return "max_conns";
    }

    private static JsonValueKind? Kind(JsonNode? value) => value?.GetValueKind();
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Smtp;

/// <summary>One SMTP block of listmonk's settings (contract 3.3), as far as it says how to reach a server.</summary>
/// <param name="json">The block as it is stored.</param>
/// <param name="number">Its place, from 1.</param>
internal sealed class SmtpBlock(JsonObject json, int number)
{
    /// <summary>The block as it is stored.</summary>
    public JsonObject Json => json;

    /// <summary>Its name, or its place where it has none (before v5).</summary>
    public string Name => TextOf("name") is { Length: > 0 } name ? name : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>True when listmonk uses it.</summary>
    public bool IsEnabled => IsTrue("enabled");

    /// <summary>Host; empty when it is not set.</summary>
    public string Host => TextOf("host").Trim();

    /// <summary>Port; 0 when it is not a number.</summary>
    public int Port => json["port"] is JsonValue value && value.TryGetValue(out int port) ? port : 0;

    /// <summary>Connections that listmonk opens at most; 1 when it is not a number.</summary>
    public int MaxConnections => json["max_conns"] is JsonValue value && value.TryGetValue(out int most) ? most : 1;

    /// <summary>How often a mail is tried, all in all; with a negative number never, and success is reported (G30). 0 when it is not a number.</summary>
    public int Attempts => json["max_msg_retries"] is JsonValue value && value.TryGetValue(out int attempts) ? attempts : 0;

    /// <summary>User name; empty for none.</summary>
    public string User => TextOf("username");

    /// <summary>Password; null when it is masked, empty for none.</summary>
    public string? Password => TextOf("password") is { Length: > 0 } text && !text.AsSpan().ContainsAnyExcept(SettingMask.Bullet) ? null : TextOf("password");

    /// <summary>Name in EHLO; listmonk says localhost when it is empty.</summary>
    public string HelloName => TextOf("hello_hostname") is { Length: > 0 } name ? name : "localhost";

    /// <summary>The log-in as it is stored: cram, plain, login, none.</summary>
    public string AuthProtocol => TextOf("auth_protocol");

    /// <summary>The encryption as it is stored: none, STARTTLS, TLS.</summary>
    public string TlsType => TextOf("tls_type");

    /// <summary>True when the encryption is spelt as listmonk knows it (G31).</summary>
    public bool HasKnownTlsType => TlsType is "none" or "STARTTLS" or "TLS";

    /// <summary>Envelope sender for all mails over this block; null for that of the mail (contract 3.3).</summary>
    public string? ReturnPath => (json["email_headers"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(headers => headers)
        .LastOrDefault(header => header.Key.Equals("Return-Path", StringComparison.OrdinalIgnoreCase)).Value is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>True when certificates are not checked.</summary>
    public bool SkipsVerification => IsTrue("tls_skip_verify");

    /// <summary>False for a log-in that listmonk does not know, with which it does not start (contract 3.3).</summary>
    public bool HasKnownAuthProtocol => AuthProtocol is "cram" or "plain" or "login" or "none" or "";

    /// <summary>Mechanism by which listmonk logs in.</summary>
    public SmtpAuthMechanism Mechanism => AuthProtocol switch
    {
        "cram" => SmtpAuthMechanism.CramMd5,
        "plain" => SmtpAuthMechanism.Plain,
        "login" => SmtpAuthMechanism.Login,
        _ => SmtpAuthMechanism.None,
    };

    /// <summary>Headers that are added to every mail, in order: name and value.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers =>
        from entry in (json["email_headers"] as JsonArray ?? []).OfType<JsonObject>()
        from header in entry
        where header.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String
        select KeyValuePair.Create(header.Key, header.Value!.GetValue<string>());

    /// <summary>Senders, by address or domain, whose mail goes by this block (v6.2.0).</summary>
    public IEnumerable<string> Senders =>
        (json["from_addresses"] as JsonArray ?? []).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>());

    /// <summary>The blocks of the smtp setting; empty when it is none.</summary>
    public static IReadOnlyList<SmtpBlock> Of(JsonNode? setting) =>
        [.. (setting as JsonArray ?? []).Select((node, index) => (node, index)).Where(pair => pair.node is JsonObject).Select(pair => new SmtpBlock((JsonObject)pair.node!, pair.index + 1))];

    /// <summary>Encryption that listmonk uses; the spelling counts (G31).</summary>
    /// <param name="quirks">What an unknown text means differs by version.</param>
    public SmtpTlsMode Tls(Quirks quirks) => TlsType switch
    {
        "TLS" => SmtpTlsMode.Implicit,
        "STARTTLS" => SmtpTlsMode.StartTls,
        "none" => SmtpTlsMode.None,
        _ => quirks.UnknownTlsTypeMeansStartTls ? SmtpTlsMode.StartTls : SmtpTlsMode.None,
    };

    private string TextOf(string member) => json[member] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private bool IsTrue(string member) => json[member] is JsonValue value && value.GetValueKind() == JsonValueKind.True;
}

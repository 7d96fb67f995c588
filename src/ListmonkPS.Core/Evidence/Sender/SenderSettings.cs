using System.Text.Json.Nodes;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Who a server sends as, by its settings: From, envelope, hello name and relay of the first SMTP server that is switched on.</summary>
internal sealed record SenderSettings
{
    /// <summary>What listmonk says in HELO when nothing is set (contract: hello_hostname).</summary>
    private const string DefaultHello = "localhost";

    /// <summary>Domain of app.from_email.</summary>
    public required string FromDomain { get; init; }

    /// <summary>MAIL FROM: the From address, unless a Return-Path among the headers of the SMTP server replaces it.</summary>
    public required string EnvelopeSender { get; init; }

    /// <summary>Name in HELO.</summary>
    public required string HelloName { get; init; }

    /// <summary>Host of the SMTP server; null when none is switched on.</summary>
    public string? SmtpHost { get; init; }

    /// <summary>Host of the confirm links; null when app.root_url names none.</summary>
    public string? RootHost { get; init; }

    /// <summary>True when the SMTP server belongs to the sending domain, so that its address is probably the one that receivers see.</summary>
    public bool IsOwnRelay => SmtpHost is { } host && (DomainName.IsAtOrBelow(host, FromDomain) || IsBelowParent(host));

    /// <summary>Reads settings; null when the From address has no domain.</summary>
    /// <param name="values">Values by key, as stored.</param>
    public static SenderSettings? Read(IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (SettingsText.AddressOf(Text(values.GetValueOrDefault("app.from_email"))) is not { } from
            || DomainName.TryNormalize(from[(from.LastIndexOf('@') + 1)..]) is not { } domain)
            return null;
        JsonObject? server = (values.GetValueOrDefault("smtp") as JsonArray)?.OfType<JsonObject>().FirstOrDefault(IsEnabled);
        string hello = Text(server?["hello_hostname"]);
        string host = Text(server?["host"]);
        return new SenderSettings
        {
            FromDomain = domain,
            EnvelopeSender = ReturnPath(server) ?? from,
            HelloName = hello.Length > 0 ? hello : DefaultHello,
            SmtpHost = host.Length > 0 ? host : null,
            RootHost = Uri.TryCreate(Text(values.GetValueOrDefault("app.root_url")), UriKind.Absolute, out Uri? root) ? root.IdnHost : null,
        };
    }

    /// <summary>mail.example.org sends for news.example.org.</summary>
    private bool IsBelowParent(string host)
    {
        int dot = host.IndexOf('.', StringComparison.Ordinal);
        string parent = dot < 0 ? "" : host[(dot + 1)..];
        return DomainName.IsFullyQualified(parent) && DomainName.IsAtOrBelow(FromDomain, parent);
    }

    private static bool IsEnabled(JsonObject server) =>
        server["enabled"] is JsonValue value && value.TryGetValue(out bool isEnabled) && isEnabled;

    private static string? ReturnPath(JsonObject? server)
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> headers = (server?["email_headers"] as JsonArray)?.OfType<JsonObject>().SelectMany(header => header) ?? [];
        return SettingsText.AddressOf(Text(headers.FirstOrDefault(header => header.Key.Equals("Return-Path", StringComparison.OrdinalIgnoreCase)).Value));
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}

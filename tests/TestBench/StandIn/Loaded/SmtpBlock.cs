using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.TestBench.StandIn.Loaded;

/// <summary>One object of the <c>smtp</c> array as the process loaded it (3.3).</summary>
internal sealed record SmtpBlock
{
    private SmtpBlock(JsonObject block) => Json = block;

    /// <summary>The object itself.</summary>
    public JsonObject Json { get; }

    public bool IsEnabled => Json["enabled"]?.GetValue<bool>() ?? false;

    public string Host => Text("host");

    public int Port => Whole("port");

    public string AuthProtocol => Text("auth_protocol");

    public string UserName => Text("username");

    public string Password => Text("password");

    public string HelloHostName => Text("hello_hostname") is { Length: > 0 } name ? name : "localhost";

    public string TlsType => Text("tls_type");

    public bool SkipsVerify => Json["tls_skip_verify"]?.GetValue<bool>() ?? false;

    public int MaxConnections => Whole("max_conns");

    /// <summary>Total attempts; 0 means the default of the version, negative means none at all (G30).</summary>
    public int Attempts { get; private init; }

    /// <summary>Pause between attempts.</summary>
    public TimeSpan RetryDelay { get; private init; }

    /// <summary>Wait for a free connection, and for a new one (below one second it counts as two; G30).</summary>
    public TimeSpan WaitTimeout { get; private init; }

    /// <summary>Headers for every mail; Return-Path is the envelope sender instead.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers =>
    [
        .. from map in Json["email_headers"] as JsonArray ?? []
           from pair in map!.AsObject()
           select KeyValuePair.Create(pair.Key, pair.Value!.GetValue<string>()),
    ];

    /// <summary>Sender addresses or domains routed to this server.</summary>
    public IReadOnlyList<string> FromAddresses => [.. (Json["from_addresses"] as JsonArray ?? []).Select(node => node!.GetValue<string>())];

    /// <summary>Reads a decoded block.</summary>
    /// <exception cref="StartFailureException">A duration is none.</exception>
    public static SmtpBlock Load(JsonObject json, Quirks quirks)
    {
        SmtpBlock block = new(json);
        int attempts = block.Whole("max_msg_retries");
        block.Duration("idle_timeout");
        TimeSpan wait = block.Duration("wait_timeout");
        return block with
        {
            Attempts = attempts == 0 ? quirks.DefaultSmtpAttempts : attempts,
            RetryDelay = quirks.SmtpHasRouting ? block.Duration("msg_retry_delay") : TimeSpan.Zero,
            WaitTimeout = wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(2) : wait,
        };
    }

    private TimeSpan Duration(string name) => Settings.Duration.TryParse(Text(name))
        ?? throw new StartFailureException($"error reading SMTP config: time: invalid duration \"{Text(name)}\"");

    private string Text(string name) => Json[name]?.GetValue<string>() ?? "";

    private int Whole(string name) => Json[name]?.GetValue<int>() ?? 0;
}

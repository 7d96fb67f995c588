using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Delivery;

/// <summary>Errors that no server said: of Go and its SMTP library, of the pool, of other mail servers about the network (contract 6.3).</summary>
internal static class ClientSideRules
{
    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        Of("NoStartTls", "starttls extension not found", "starttls not offered", "does not support starttls", "server does not support tls"),
        Of("NoAuth", "auth extension not found", "does not support auth", "server doesn't support auth", "no supported authentication", "smtp auth not supported by server"),
        Of("LogInDialogue", "unkown smtp fromserver", "unknown smtp fromserver", "unexpected server challenge", "short response", "invalid response code"),
        Of("TlsToPlainPort", "first record does not look like a tls handshake", "wrong version number", "packet length too long", "unknown protocol"),
        Of("TlsVersion", "protocol version not supported", "unsupported protocol version", "no cipher suite", "handshake failure", "unsupported versions", "no shared cipher", "unsupported protocol"),
        Of("CertificateName", "certificate relies on legacy common name", "certificate is valid for", "altnames", "wrong host name", "doesn't contain any ip sans", "certificate name mismatch"),
        Of("Certificate", "x509", "certificate verify failed", "certificate has expired", "unknown authority", "unable to verify the first certificate", "self signed certificate", "remote certificate is invalid"),
        Of("Revocation", RetryAdvice.Yes, "unable to check revocation", "revocation function", "revocation status"),
        Of("TlsAlert", RetryAdvice.Yes, "remote error tls", "tls user canceled", "handshake failed", "ssl handshake"),
        Of("Unencrypted", "unencrypted connection"),
        Of("NoSuchHost", "no such host", "name service error", "host or domain name not found", "name or service not known", "getaddrinfo", "enotfound", "nodename nor servname", "host not found", "domain name not found", "nxdomain", "domain does not exist"),
        Of("HostPort", "dial tcp*invalid port", "dial tcp*missing address", "dial tcp*unknown port", "missing port in address", "too many colons in address"),
        Of("NameServer", RetryAdvice.Later, "server misbehaving", "temporary failure in name resolution", "eai_again", "host name lookup failure"),
        Of("Refused", RetryAdvice.Later, "connection refused", "econnrefused", "actively refused", "did not accept our requests to connect"),
        Of("TimedOut", RetryAdvice.Later, "i/o timeout", "connection timed out", "connect timed out", "etimedout", "operation timed out", "did not properly respond", "deadline exceeded", "timed out while", "connection timeout", "timed out"),
        Of("TimedOut", RetryAdvice.Later, "retry timeout exceeded", "after multiple retries", "envelope expired", "could not deliver for the last") with { Strength = RuleStrength.Weak },
        Of("Unreachable", RetryAdvice.Later, "no route to host", "network is unreachable", "host is unreachable", "ehostunreach", "enetunreach"),
        Of("Local", RetryAdvice.Later, "connect permission denied", "connect operation not permitted", "too many open files", "cannot assign requested address", "no buffer space"),
        Of("Side", RetryAdvice.Later, "context canceled", "context cancelled"),
        Of("ConnectionLost", RetryAdvice.Yes, "eof.", "broken pipe", "connection reset", "econnreset", "lost connection", "use of closed network connection", "connection closed", "unexpectedly closed", "connection aborted", "server closed the connection"),
        Of("PoolBusy", RetryAdvice.Later, "waiting for free conn in pool", "returning connection to pool", "pool closed"),
        Of("QueueBlocked", RetryAdvice.Later, "message push timed out"),
        Of("NotReloaded", "error spawning process"),
        Of("BadAddress", "mail: expected comma", "mail: no angle addr", "mail: missing", "no angle addr", "mail expected", "missing in addr spec", "a line must not contain"),
    ];

    private static ReplyRule Of(string remedy, params string[] words) => Of(remedy, RetryAdvice.No, words);

    private static ReplyRule Of(string remedy, RetryAdvice advice, params string[] words) =>
        new(ClientSide, RuleStrength.Decisive) { WithoutCode = true, Any = words, Remedy = "Client" + remedy, CanRetry = advice };
}

using System.Globalization;

namespace ListmonkPS.Core.Mail.Smtp.Tls;

/// <summary>Names of the alerts by which a TLS handshake is ended (RFC 8446 section 6).</summary>
internal static class TlsAlert
{
    /// <summary>The name, or the number of an alert without one here.</summary>
    public static string NameOf(byte description) => description switch
    {
        0 => "close_notify",
        10 => "unexpected_message",
        20 => "bad_record_mac",
        40 => "handshake_failure",
        42 => "bad_certificate",
        43 => "unsupported_certificate",
        46 => "certificate_unknown",
        47 => "illegal_parameter",
        48 => "unknown_ca",
        50 => "decode_error",
        70 => "protocol_version",
        71 => "insufficient_security",
        80 => "internal_error",
        86 => "inappropriate_fallback",
        90 => "user_canceled",
        112 => "unrecognized_name",
        116 => "certificate_required",
        120 => "no_application_protocol",
        _ => description.ToString(CultureInfo.InvariantCulture),
    };
}

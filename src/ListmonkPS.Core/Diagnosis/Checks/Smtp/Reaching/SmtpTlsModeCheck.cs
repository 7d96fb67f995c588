using System.Net;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Reaching;

/// <summary>The encryption of each block is the one that its port speaks; proved by what the port said.</summary>
internal sealed class SmtpTlsModeCheck() : SmtpFaultCheck(SmtpFault.TlsMode)
{
    protected override string? CommandFor(SmtpTalk talk, FactSet facts) => WantedTls(talk.Test) is { } wanted
        ? RemedyCommand.SetSetting(facts, RemedyCommand.Literal(talk.Address + "/tls_type"), wanted)
        : null;

    /// <summary>What the port speaks, as far as it showed; no encryption is a remedy on this machine only.</summary>
    private static string? WantedTls(SmtpTest test) => test.Trouble switch
    {
        "ClientPlainToTlsPort" => "TLS",
        "ClientTlsToPlainPort" when test.Capabilities.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase) => "STARTTLS",
        "ClientTlsToPlainPort" or "ClientNoStartTls" when IPAddress.TryParse(test.Address, out IPAddress? address) && IPAddress.IsLoopback(address) => "none",
        _ => null,
    };
}

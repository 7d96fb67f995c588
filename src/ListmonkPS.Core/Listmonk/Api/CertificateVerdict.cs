using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Remembers why a server's certificate was refused, since the exception tells it in the system's words only. It never accepts more than the system does.</summary>
internal sealed class CertificateVerdict
{
    private volatile string? _reason;

    /// <summary>Key of the reason text; null when no certificate was refused.</summary>
    public string? Reason => _reason;

    /// <summary>Judges a certificate as the system does, and remembers.</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _reason = errors == SslPolicyErrors.None ? null : ReasonOf(chain, errors);
        return errors == SslPolicyErrors.None;
    }

    private static string ReasonOf(X509Chain? chain, SslPolicyErrors errors)
    {
        X509ChainStatusFlags flags = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status) ?? default;
        return (flags & X509ChainStatusFlags.NotTimeValid) != 0 ? "failure.reason.certificate-expired"
            : (flags & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0 ? "failure.reason.certificate-untrusted"
            : (errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0 ? "failure.reason.certificate-name"
            : "failure.reason.certificate";
    }
}

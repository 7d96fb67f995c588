using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.Core.Listmonk.Api.Routes;

/// <summary>
/// Judges a server's certificate by a rule, and remembers why it was refused, since the exception tells that in the system's words only. Without a
/// rule of its own it never accepts more than the system does.
/// </summary>
internal sealed class CertificateVerdict(CertificateRule rule)
{
    private volatile Refusal? _refusal;

    /// <summary>Key of the reason text; null when no certificate was refused.</summary>
    public string? Reason => _refusal?.Reason;

    /// <summary>The failure of the refused certificate; null when none was refused or none was shown.</summary>
    /// <param name="place">Address of the server.</param>
    public Failure? FailureOf(string place) => _refusal is not { Thumbprint: { } seen } refusal ? null
        : rule.Thumbprint is { } pinned ? RouteFailures.CertificateMismatch(place, seen, pinned)
        : RouteFailures.CertificateRefused(place, Texts.Format(refusal.Reason), seen);

    /// <summary>Judges a certificate, and remembers.</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        bool isTaken = certificate is not null && rule switch
        {
            { TakesAll: true } => true,
            { Thumbprint: { } pinned } => rule.ThumbprintOf(certificate) == pinned,
            _ => errors == SslPolicyErrors.None,
        };
        isTaken |= certificate is null && errors == SslPolicyErrors.None;
        _refusal = isTaken ? null : new Refusal(ReasonOf(chain, errors), certificate is null ? null : rule.ThumbprintOf(certificate));
        return isTaken;
    }

    private static string ReasonOf(X509Chain? chain, SslPolicyErrors errors)
    {
        X509ChainStatusFlags flags = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status) ?? default;
        return (flags & X509ChainStatusFlags.NotTimeValid) != 0 ? "failure.reason.certificate-expired"
            : (flags & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0 ? "failure.reason.certificate-untrusted"
            : (errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0 ? "failure.reason.certificate-name"
            : "failure.reason.certificate";
    }

    private sealed record Refusal(string Reason, string? Thumbprint);
}

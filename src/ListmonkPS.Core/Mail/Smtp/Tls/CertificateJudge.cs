using System.Net;
using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Tls;

/// <summary>Judges a server's certificate as the Go client in listmonk does: by subject alternative names only, never by the common name.</summary>
internal static class CertificateJudge
{
    private const X509ChainStatusFlags Untrusted =
        X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid | X509ChainStatusFlags.Cyclic;

    /// <summary>What is wrong, worst first; empty when nothing is.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="host">Name or address that was asked for.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<CertificateTrouble> Judge(TlsSession session, string host, DateTimeOffset now)
    {
        X509Certificate2 certificate = session.Certificate;
        List<CertificateTrouble> troubles = [];
        if (now > certificate.NotAfter)
            troubles.Add(CertificateTrouble.Expired);
        if (now < certificate.NotBefore)
            troubles.Add(CertificateTrouble.NotYetValid);
        if (NamesOf(certificate).Count == 0)
            troubles.Add(CertificateTrouble.NoNames);
        else if (!certificate.MatchesHostname(host, allowWildcards: true, allowCommonName: false))
            troubles.Add(CertificateTrouble.OtherName);
        if ((session.ChainFlags & Untrusted) != 0)
            troubles.Add(certificate.Subject == certificate.Issuer ? CertificateTrouble.SelfSigned : CertificateTrouble.Untrusted);
        return troubles;
    }

    /// <summary>The certificate as it is shown.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="troubles">What is wrong with it, in sentences.</param>
    /// <param name="now">The time.</param>
    public static SmtpCertificate Describe(TlsSession session, IEnumerable<string> troubles, DateTimeOffset now) => new()
    {
        Names = new TextList<string>(NamesOf(session.Certificate).Select(name => HarmlessText.Of(name))),
        Subject = HarmlessText.Of(session.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)),
        Issuer = HarmlessText.Of(session.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)),
        NotBefore = new DateTimeOffset(session.Certificate.NotBefore.ToUniversalTime()),
        NotAfter = new DateTimeOffset(session.Certificate.NotAfter.ToUniversalTime()),
        DaysLeft = (int)Math.Floor((session.Certificate.NotAfter.ToUniversalTime() - now.UtcDateTime).TotalDays),
        Problems = new TextList<string>(troubles),
        Protocol = session.Protocol,
        CipherSuite = session.CipherSuite,
    };

    private static List<string> NamesOf(X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select((IPAddress address) => address.ToString())))];
}

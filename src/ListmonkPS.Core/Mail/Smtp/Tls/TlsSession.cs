using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.Core.Mail.Smtp.Tls;

/// <summary>An encrypted connection and what was learned of its other end.</summary>
/// <param name="Stream">The encrypted stream.</param>
/// <param name="Certificate">The server's certificate.</param>
/// <param name="ChainFlags">What is wrong with the chain by the trust store of this machine.</param>
internal sealed record TlsSession(SslStream Stream, X509Certificate2 Certificate, X509ChainStatusFlags ChainFlags)
{
    /// <summary>TLS version as people write it.</summary>
    public string Protocol => Stream.SslProtocol switch
    {
        SslProtocols.Tls12 => "TLS 1.2",
        SslProtocols.Tls13 => "TLS 1.3",
        SslProtocols other => other.ToString(),
    };

    /// <summary>Cipher suite by its registered name.</summary>
    public string CipherSuite => Stream.NegotiatedCipherSuite.ToString();
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.Core.Listmonk.Connecting.Routes;

/// <summary>Reads a PEM file with certificate authorities (RFC 7468).</summary>
internal static class AuthorityFile
{
    /// <summary>The certificates of a file.</summary>
    /// <exception cref="FailureException">There is none in it, or one that cannot be read.</exception>
    public static X509Certificate2Collection Parse(string path, string text)
    {
        X509Certificate2Collection certificates = [];
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException exception)
        {
            throw new FailureException(RouteFailures.BadCertificateAuthority(path, Texts.Format("failure.reason.not-pem")), exception);
        }

        return certificates.Count > 0
            ? certificates
            : throw new FailureException(RouteFailures.BadCertificateAuthority(path, Texts.Format("failure.reason.not-pem")));
    }
}

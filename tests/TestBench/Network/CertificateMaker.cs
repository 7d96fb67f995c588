using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.TestBench.Network;

/// <summary>A certificate authority of a test, and the certificates that it signs.</summary>
public sealed class CertificateMaker : IDisposable
{
    private const int SerialLength = 16;
    private static readonly TimeSpan Validity = TimeSpan.FromDays(30);
    private readonly X509Certificate2 _authority;

    /// <summary>Makes the authority.</summary>
    public CertificateMaker()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=ListmonkPS test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        _authority = request.CreateSelfSigned(now - (2 * Validity), now + (2 * Validity));
    }

    /// <summary>The authority in PEM form.</summary>
    public string AuthorityPem => _authority.ExportCertificatePem();

    /// <summary>Makes a certificate with its key.</summary>
    public X509Certificate2 Make(CertificateKind kind) => Make(kind, Names(kind));

    /// <summary>Makes a good certificate for a host.</summary>
    public X509Certificate2 MakeFor(string host)
    {
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        return Make(CertificateKind.Good, names.Build());
    }

    /// <inheritdoc/>
    public void Dispose() => _authority.Dispose();

    private X509Certificate2 Make(CertificateKind kind, X509Extension names)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=ListmonkPS test server", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTimeOffset end = kind == CertificateKind.Expired ? now.AddDays(-1) : now + Validity;
        if (kind == CertificateKind.SelfSigned)
            return request.CreateSelfSigned(now.AddDays(-1), end);
        using X509Certificate2 certificate = request.Create(_authority, end - Validity, end, RandomNumberGenerator.GetBytes(SerialLength));
        return certificate.CopyWithPrivateKey(key);
    }

    private static X509Extension Names(CertificateKind kind)
    {
        SubjectAlternativeNameBuilder names = new();
        if (kind == CertificateKind.WrongName)
        {
            names.AddDnsName("other.example.org");
            return names.Build();
        }

        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        return names.Build();
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.TestBench.Smtp;

/// <summary>A certificate authority for one test run: it issues good server certificates and bad ones.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _root;
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    /// <summary>Makes it.</summary>
    public TestAuthority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=ListmonkPS test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _root = request.CreateSelfSigned(_now.AddDays(-400), _now.AddDays(400));
        Roots = [_root];
    }

    /// <summary>What a client has to trust.</summary>
    public X509Certificate2Collection Roots { get; }

    /// <summary>A certificate for 127.0.0.1 and localhost.</summary>
    public X509Certificate2 Good() => Issue(days: 80);

    /// <summary>One that has ended.</summary>
    public X509Certificate2 Expired() => Issue(days: -2);

    /// <summary>One that ends soon.</summary>
    public X509Certificate2 EndsSoon() => Issue(days: 3);

    /// <summary>One whose time has not begun.</summary>
    public X509Certificate2 NotYetValid() => Issue(days: 80, begins: 2);

    /// <summary>One for another name.</summary>
    public X509Certificate2 ForAnotherName() => Issue(days: 80, names: ["smtp.elsewhere.example"]);

    /// <summary>One with a common name alone.</summary>
    public X509Certificate2 WithoutNames() => Issue(days: 80, names: []);

    /// <summary>One that is signed by itself.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = Request(key, ["localhost"]).CreateSelfSigned(now.AddDays(-1), now.AddDays(80));
        return Portable(certificate);
    }

    /// <summary>Frees it.</summary>
    public void Dispose() => _root.Dispose();

    private X509Certificate2 Issue(int days, int begins = -10, string[]? names = null)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset from = _now.AddDays(Math.Min(begins, days - 1));
        using X509Certificate2 issued = Request(key, names ?? ["localhost", "mail.example.org"])
            .Create(_root, from, _now.AddDays(days), RandomNumberGenerator.GetBytes(8));
        using X509Certificate2 withKey = issued.CopyWithPrivateKey(key);
        return Portable(withKey);
    }

    private static CertificateRequest Request(ECDsa key, string[] names)
    {
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        if (names.Length == 0)
            return request;
        SubjectAlternativeNameBuilder alternatives = new();
        foreach (string name in names)
            alternatives.AddDnsName(name);
        if (names.Contains("localhost"))
            alternatives.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(alternatives.Build());
        return request;
    }

    // On Windows the TLS library does not take a key that lives in memory only.
    private static X509Certificate2 Portable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.Core.Listmonk.Api.Routes;

/// <summary>Which certificates of the server are taken; one of the three at most is set.</summary>
/// <param name="TakesAll">Takes every certificate.</param>
/// <param name="Thumbprint">The one certificate that is taken, whatever else is wrong with it: 64 (SHA-256) or 40 (SHA-1) upper-case hex digits.</param>
/// <param name="Authorities">The authorities that alone are trusted, with the certificates between; null for the system's.</param>
internal sealed record CertificateRule(bool TakesAll = false, string? Thumbprint = null, X509Certificate2Collection? Authorities = null)
{
    /// <summary>Hex digits of a SHA-1 thumbprint, as Windows shows it.</summary>
    public const int Sha1Length = 40;

    /// <summary>Hex digits of a SHA-256 thumbprint.</summary>
    public const int Sha256Length = 64;

    /// <summary>As the system judges.</summary>
    public static CertificateRule System { get; } = new();

    /// <summary>How a chain is built for our own authorities; null to leave it to the system.</summary>
    public X509ChainPolicy? ChainPolicy()
    {
        if (Authorities is null)
            return null;
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(Authorities);
        return policy;
    }

    /// <summary>Thumbprint of a certificate, of the same kind as the pinned one; SHA-256 where none is pinned.</summary>
    public string ThumbprintOf(X509Certificate certificate) =>
        certificate.GetCertHashString(Thumbprint?.Length == Sha1Length ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
}

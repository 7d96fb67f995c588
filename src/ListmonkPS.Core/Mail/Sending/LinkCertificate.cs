using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>Whether a server's certificate is taken.</summary>
/// <param name="account">What the block says.</param>
internal sealed class LinkCertificate(SmtpAccount account)
{
    /// <summary>As the system judges it, or by the authorities given; any, where the block says so.</summary>
    public bool IsTaken(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (account.SkipCertificateCheck || errors == SslPolicyErrors.None)
            return true;
        if (account.Authorities is not { } authorities || errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null)
            return false;
        using X509Chain own = new();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (X509ChainElement element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        return own.Build(new X509Certificate2(certificate));
    }
}

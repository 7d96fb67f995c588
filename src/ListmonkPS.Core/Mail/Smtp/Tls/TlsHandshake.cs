using System.ComponentModel;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Tls;

/// <summary>
/// The change to TLS. Any certificate is let through here, so that what the server offers can still be learned; whether it is good is judged
/// afterwards, and nothing secret is sent before.
/// </summary>
internal static class TlsHandshake
{
    /// <summary>Record type of an alert (RFC 8446 section 5.1).</summary>
    private const byte AlertRecord = 0x15;

    /// <summary>Changes to TLS.</summary>
    /// <param name="plain">Stream in the clear; owned by what is returned.</param>
    /// <param name="host">Name that is asked for (RFC 6066 section 3).</param>
    /// <param name="authorities">Authorities to trust instead of those of this machine; null for those.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="WireException">The handshake failed.</exception>
    public static async Task<TlsSession> RunAsync(
        Stream plain, string host, X509Certificate2Collection? authorities, CancellationToken cancellation)
    {
        FirstBytesStream watched = new(plain);
        X509ChainStatusFlags chainFlags = X509ChainStatusFlags.NoError;
        SslStream encrypted = new(watched);
        SslClientAuthenticationOptions options = new()
        {
            TargetHost = host,
            CertificateChainPolicy = Policy(authorities),
            RemoteCertificateValidationCallback = (_, _, chain, _) =>
            {
                chainFlags = chain?.ChainStatus.Aggregate(chainFlags, (all, status) => all | status.Status) ?? X509ChainStatusFlags.PartialChain;
                return true;
            },
        };
        try
        {
            await encrypted.AuthenticateAsClientAsync(options, cancellation);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or Win32Exception or InvalidOperationException or ObjectDisposedException)
        {
            await encrypted.DisposeAsync();
            cancellation.ThrowIfCancellationRequested();
            throw Failed(watched.First, exception);
        }
        catch (OperationCanceledException)
        {
            await encrypted.DisposeAsync();
            throw;
        }

        return new TlsSession(encrypted, (X509Certificate2)encrypted.RemoteCertificate!, chainFlags);
    }

    private static X509ChainPolicy Policy(X509Certificate2Collection? authorities)
    {
        // Whether a revocation server answers says nothing about this mail server (field cases T20), and Go fetches no missing certificates.
        X509ChainPolicy policy = new() { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (authorities is null)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private static WireException Failed(ReadOnlySpan<byte> first, Exception exception)
    {
        if (first.Length >= 3 && first[..3].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
            return new WireException(WireTrouble.PlainInTls, System.Text.Encoding.ASCII.GetString(first[..3]), exception);
        // An alert record in the clear: type, version, length, level, description.
        return first.Length >= 7 && first[0] == AlertRecord
            ? new WireException(WireTrouble.TlsAlert, TlsAlert.NameOf(first[6]), exception)
            : new WireException(first.Length == 0 ? WireTrouble.Closed : WireTrouble.TlsFailed, inner: exception);
    }
}

using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.TestBench.Network;

/// <summary>TLS in front of a server on loopback, as a reverse proxy has it.</summary>
public sealed class TlsFront : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly LoopbackListener _listener;
    private readonly int _behind;

    private TlsFront(int behind, X509Certificate2 certificate)
    {
        (_behind, _certificate) = (behind, certificate);
        _listener = new LoopbackListener(TalkAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Uri => new($"https://127.0.0.1:{_listener.Port}/");

    /// <summary>SHA-256 thumbprint of its certificate, in upper-case hex digits.</summary>
    public string Sha256 => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>SHA-1 thumbprint of its certificate, in upper-case hex digits.</summary>
    public string Sha1 => _certificate.GetCertHashString(HashAlgorithmName.SHA1);

    /// <summary>Starts one.</summary>
    /// <param name="behind">The server that requests go to.</param>
    /// <param name="certificate">What it shows; disposed of with it.</param>
    public static TlsFront Start(Uri behind, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(behind);
        return new TlsFront(behind.Port, certificate);
    }

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task TalkAsync(NetworkStream stream, CancellationToken ct)
    {
        await using SslStream tls = new(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, ct);
        using TcpClient server = new();
        await server.ConnectAsync(IPAddress.Loopback, _behind, ct);
        await LoopbackListener.JoinAsync(tls, server.GetStream(), ct);
    }
}

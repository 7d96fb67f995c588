using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ListmonkPS.Core.Tests.Dns.Policies;

/// <summary>A web server on loopback that says one thing to everybody, over TLS; nothing at all without an answer.</summary>
internal sealed class PolicyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public PolicyServer(X509Certificate2 certificate, string? answer, bool isEndless = false)
    {
        _listener.Start();
        _loop = Task.Run(() => ServeAsync(certificate, answer, isEndless));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>First line and host of each request.</summary>
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _loop;
        _stop.Dispose();
    }

    private async Task ServeAsync(X509Certificate2 certificate, string? answer, bool isEndless)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using SslStream tls = new(client.GetStream());
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, _stop.Token);
                using StreamReader reader = new(tls, Encoding.ASCII, leaveOpen: true);
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
                    Requests.Add(line);
                if (answer is null)
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                await tls.WriteAsync(Encoding.ASCII.GetBytes(answer!), _stop.Token);
                while (isEndless)
                    await tls.WriteAsync(new byte[4096], _stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // the client went away, or did not like the certificate
            }
        }
    }
}

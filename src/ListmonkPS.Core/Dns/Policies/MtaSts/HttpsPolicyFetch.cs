using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ListmonkPS.Core.Dns.Policies.MtaSts;

/// <summary>
/// Fetches policy files over HTTPS as a mail server would (RFC 8461 3.3): certificate for the host's name, no redirect followed, only 200 counts, at most 64 KB,
/// and all of it within one bound.
/// </summary>
/// <param name="options">Port, authorities and bound.</param>
internal sealed class HttpsPolicyFetch(PolicyFetchOptions options) : IPolicyFetch
{
    private const int Largest = 64 * 1024;
    private const int LargestHeadersInKilobytes = 16;
    private const string Path = "/.well-known/mta-sts.txt";
    private const string PlainText = "text/plain";

    public async Task<PolicyFile> FetchAsync(string host, IReadOnlyList<IPAddress> addresses, CancellationToken cancellation)
    {
        using CancellationTokenSource bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(options.Timeout);
        using HttpClient client = new(Handler(addresses)) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, new UriBuilder("https", host, options.Port, Path).Uri);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
            return await ReadAsync(response, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PolicyFile(null, DnsReason.PolicyUnreachable, Texts.Format("dns.policy.time", options.Timeout.TotalSeconds));
        }
        catch (HttpRequestException exception)
        {
            bool isCertificate = exception.HttpRequestError == HttpRequestError.SecureConnectionError;
            return new PolicyFile(null, isCertificate ? DnsReason.PolicyCertificate : DnsReason.PolicyUnreachable, exception.InnerException?.Message ?? exception.Message);
        }
        catch (IOException exception)
        {
            return new PolicyFile(null, DnsReason.PolicyUnreachable, exception.Message);
        }
    }

    private static async Task<PolicyFile> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
            return new PolicyFile(null, DnsReason.PolicyRedirect, response.Headers.Location?.ToString() ?? Said(response));
        if (response.StatusCode != HttpStatusCode.OK)
            return new PolicyFile(null, DnsReason.PolicyStatus, Said(response));
        if (response.Content.Headers.ContentType is not { MediaType: PlainText })
            return new PolicyFile(null, DnsReason.PolicyType, Said(response.Content.Headers.ContentType));
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
        byte[] octets = new byte[Largest + 1];
        int length = await body.ReadAtLeastAsync(octets, octets.Length, throwOnEndOfStream: false, cancellation);
        return length > Largest
            ? new PolicyFile(null, DnsReason.PolicyTooLarge, Texts.Format("dns.policy.size", Largest))
            : new PolicyFile(Encoding.UTF8.GetString(octets, 0, length));
    }

    private static string Said(HttpResponseMessage response) => $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();

    private static string Said(MediaTypeHeaderValue? type) => type?.MediaType ?? Texts.Format("dns.policy.no-type");

    private SocketsHttpHandler Handler(IReadOnlyList<IPAddress> addresses) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false, // mail servers have none
        MaxResponseHeadersLength = LargestHeadersInKilobytes,
        ConnectCallback = (_, cancellation) => ConnectAsync(addresses, cancellation),
        SslOptions = options.Authorities is { } authorities
            ? new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = Trusting(authorities),
            }
            : new SslClientAuthenticationOptions(),
    };

    private static X509ChainPolicy Trusting(X509Certificate2Collection authorities)
    {
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    /// <summary>The addresses that the run's own lookup found: so the DNS server that was named is the one that counts.</summary>
    private async ValueTask<Stream> ConnectAsync(IReadOnlyList<IPAddress> addresses, CancellationToken cancellation)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], options.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

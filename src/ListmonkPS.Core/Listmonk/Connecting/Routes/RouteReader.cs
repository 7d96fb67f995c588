using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Listmonk.Api.Routes;
using ListmonkPS.Core.Listmonk.Configuration;

namespace ListmonkPS.Core.Listmonk.Connecting.Routes;

/// <summary>Turns what a request says of the way to the API into a route.</summary>
/// <param name="files">Reads the file of certificate authorities.</param>
internal sealed class RouteReader(FileText files)
{
    /// <summary>The route of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="uri">Address of the server, checked.</param>
    /// <param name="cancellation">Ends the wait for the file.</param>
    /// <exception cref="FailureException">Something of it cannot be used.</exception>
    public async Task<ApiRoute> ReadAsync(ConnectRequest request, Uri uri, CancellationToken cancellation)
    {
        if (CertificateParameterOf(request) is { } parameter && uri.Scheme != Uri.UriSchemeHttps)
            throw new FailureException(RouteFailures.CertificateWithoutTls(uri.AbsoluteUri.TrimEnd('/'), parameter));
        X509Certificate2Collection? authorities = request.CertificateAuthorityPath is { } path
            ? AuthorityFile.Parse(path, await ReadFileAsync(path, request.Timeout, cancellation))
            : null;
        string? thumbprint = request.CertificateThumbprint is { } text ? ThumbprintText.Parse(text) : null;
        return new ApiRoute(
            new CertificateRule(request.SkipCertificateCheck, thumbprint, authorities),
            new ProxyRule(request.Proxy is { } proxy ? ProxyAddress.Check(proxy) : null, request.ProxyCredential, request.NoProxy),
            HeaderCheck.Check(request.Headers));
    }

    private static string? CertificateParameterOf(ConnectRequest request) => request switch
    {
        { SkipCertificateCheck: true } => "-SkipCertificateCheck",
        { CertificateThumbprint: not null } => "-CertificateThumbprint",
        { CertificateAuthorityPath: not null } => "-CertificateAuthorityPath",
        _ => null,
    };

    private Task<string> ReadFileAsync(string path, TimeSpan bound, CancellationToken cancellation) =>
        files.ReadAsync(path, bound, reason => RouteFailures.BadCertificateAuthority(path, reason), missing: null, cancellation);
}

namespace ListmonkPS;

/// <summary>Failures of the way to the API: certificate, proxy, headers. No value of a header is ever repeated.</summary>
internal static class RouteFailures
{
    /// <summary>The server's certificate is refused.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    /// <param name="thumbprint">SHA-256 thumbprint of what the server showed.</param>
    public static Failure CertificateRefused(string place, string reason, string thumbprint) =>
        new(nameof(CertificateRefused), FailureCategory.ConnectionError, place, place, reason, thumbprint);

    /// <summary>The server shows another certificate than the pinned one.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="seen">Thumbprint of what it showed, of the same kind as the pinned one.</param>
    /// <param name="pinned">The pinned thumbprint.</param>
    public static Failure CertificateMismatch(string place, string seen, string pinned) =>
        new(nameof(CertificateMismatch), FailureCategory.ConnectionError, place, place, seen, pinned);

    /// <summary>A thumbprint that is none.</summary>
    /// <param name="text">What was given, made harmless.</param>
    public static Failure BadThumbprint(string text) => new(nameof(BadThumbprint), FailureCategory.InvalidArgument, text, text);

    /// <summary>The file of certificate authorities cannot be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    public static Failure BadCertificateAuthority(string path, string reason) =>
        new(nameof(BadCertificateAuthority), FailureCategory.InvalidData, path, path, reason);

    /// <summary>A certificate shall be checked, and the address has no TLS.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="parameter">The parameter, with its dash.</param>
    public static Failure CertificateWithoutTls(string place, string parameter) =>
        new(nameof(CertificateWithoutTls), FailureCategory.InvalidArgument, place, place, parameter);

    /// <summary>The address of the proxy is none.</summary>
    /// <param name="text">What was given, made harmless, without anything before an @.</param>
    public static Failure BadProxy(string text) => new(nameof(BadProxy), FailureCategory.InvalidArgument, text, text);

    /// <summary>The address of the proxy carries user information; it is not repeated.</summary>
    /// <param name="place">Host and port alone.</param>
    public static Failure CredentialInProxy(string place) => new(nameof(CredentialInProxy), FailureCategory.InvalidArgument, place, place);

    /// <summary>The proxy does not answer.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="proxy">Address of the proxy.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    public static Failure ProxyUnreachable(string place, string proxy, string reason) =>
        new(nameof(ProxyUnreachable), FailureCategory.ConnectionError, proxy, place, proxy, reason);

    /// <summary>The proxy does not let us through.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="proxy">Address of the proxy.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    public static Failure ProxyRefused(string place, string proxy, string reason) =>
        new(nameof(ProxyRefused), FailureCategory.ConnectionError, proxy, place, proxy, reason);

    /// <summary>A header that is the module's own business.</summary>
    /// <param name="name">Its name.</param>
    public static Failure HeaderRefused(string name) => new(nameof(HeaderRefused), FailureCategory.InvalidArgument, name, name);

    /// <summary>A header whose name or value cannot be sent.</summary>
    /// <param name="name">Its name, made harmless.</param>
    public static Failure BadHeader(string name) => new(nameof(BadHeader), FailureCategory.InvalidArgument, name, name);
}

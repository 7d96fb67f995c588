namespace ListmonkPS.Core.Listmonk.Profiles;

/// <summary>Puts a profile and what was typed beside it together: what was typed counts, and takes the place of what it excludes.</summary>
internal static class ProfileRequest
{
    /// <summary>The request that both make.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="name">Name of the profile.</param>
    /// <param name="saved">The profile.</param>
    /// <exception cref="FailureException">A secret that the profile was made with is not given.</exception>
    public static ConnectRequest Of(ConnectRequest given, string name, ConnectProfile saved)
    {
        RequireSecrets(given, name, saved);
        bool hasCertificate = given.SkipCertificateCheck || given.CertificateThumbprint is not null || given.CertificateAuthorityPath is not null;
        bool hasProxy = given.NoProxy || given.Proxy is not null;
        bool hasPlace = given.ConnectionString is not null || given.DatabaseHost is not null;
        return given with
        {
            Name = given.Name ?? saved.SessionName,
            Uri = given.Uri ?? (saved.Uri is { } uri ? new Uri(uri, UriKind.RelativeOrAbsolute) : null),
            ConnectionString = hasPlace ? given.ConnectionString : saved.ConnectionString,
            DatabaseHost = hasPlace ? given.DatabaseHost : saved.DatabaseHost,
            DatabasePort = given.DatabasePort ?? (hasPlace ? null : saved.DatabasePort),
            DatabaseName = given.DatabaseName ?? (given.ConnectionString is null ? saved.DatabaseName : null),
            ConfigPath = given.ConfigPath ?? saved.ConfigPath,
            SkipCertificateCheck = hasCertificate ? given.SkipCertificateCheck : saved.SkipCertificateCheck,
            CertificateThumbprint = hasCertificate ? given.CertificateThumbprint : saved.CertificateThumbprint,
            CertificateAuthorityPath = hasCertificate ? given.CertificateAuthorityPath : saved.CertificateAuthorityPath,
            Proxy = hasProxy ? given.Proxy : saved.Proxy,
            NoProxy = hasProxy ? given.NoProxy : saved.NoProxy,
        };
    }

    private static void RequireSecrets(ConnectRequest given, string name, ConnectProfile saved)
    {
        Require(given.ApiCredential is not null, saved.User, "-Credential");
        Require(given.DatabaseCredential is not null, saved.DatabaseUser, "-DatabaseCredential");
        Require(given.ProxyCredential is not null || given.NoProxy || given.Proxy is not null, saved.ProxyUser, "-ProxyCredential");
        string[] headers = [.. saved.HeaderNames.Except(given.Headers.Keys, StringComparer.OrdinalIgnoreCase)];
        Require(headers.Length == 0, string.Join(", ", headers), "-Headers");

        void Require(bool isGiven, string? whose, string parameter)
        {
            if (!isGiven && whose is not null)
                throw new FailureException(ProfileFailures.ProfileNeedsSecret(name, parameter, whose));
        }
    }
}

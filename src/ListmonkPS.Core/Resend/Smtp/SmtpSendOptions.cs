using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>How a run sends by SMTP.</summary>
internal sealed record SmtpSendOptions
{
    /// <summary>Full path of the template; null for the one that the module ships.</summary>
    public string? TemplatePath { get; init; }

    /// <summary>Log-ins for blocks whose password is not known; each serves the blocks of its user name.</summary>
    public IReadOnlyList<NetworkCredential> Credentials { get; init; } = [];

    /// <summary>Address that gets every mail instead of its subscriber; null for none.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Longest wait for a step of a connection, and for one mail.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Authorities to trust instead of those of this machine; null for those.</summary>
    public X509Certificate2Collection? Authorities { get; init; }
}

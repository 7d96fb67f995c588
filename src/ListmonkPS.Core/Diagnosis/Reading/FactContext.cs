using System.Net;
using ListmonkPS.Core.Listmonk;

namespace ListmonkPS.Core.Diagnosis.Reading;

/// <summary>What fact sources read from.</summary>
/// <param name="Server">The server.</param>
/// <param name="Session">The session as the user sees it.</param>
/// <param name="NamesSession">True when remedy commands must name the session, since it is not the default one.</param>
internal sealed record FactContext(ListmonkServer Server, ListmonkSession Session, bool NamesSession = false)
{
    /// <summary>Log-ins for SMTP blocks whose password is not known here.</summary>
    public IReadOnlyList<NetworkCredential> SmtpCredentials { get; init; } = [];

    /// <summary>Time that each fact may take.</summary>
    public TimeSpan Bound { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whom to ask for names.</summary>
    public DnsOptions Dns { get; init; } = new();

    /// <summary>File of a mail as it arrived; null for none.</summary>
    public string? MailPath { get; init; }

    /// <summary>Log files, whole paths.</summary>
    public IReadOnlyList<string> LogPaths { get; init; } = [];

    /// <summary>The accesses that were asked for, whether they work or not.</summary>
    public Access Asked =>
        (Server.Api is null ? Access.None : Access.Api) | (Server.Database is null ? Access.None : Access.Database)
        | (LogPaths.Count == 0 ? Access.None : Access.Log);
}

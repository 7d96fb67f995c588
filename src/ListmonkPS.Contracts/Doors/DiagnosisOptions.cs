using System.Net;

namespace ListmonkPS;

/// <summary>Bounds and filter of a diagnosis.</summary>
public sealed record DiagnosisOptions
{
    /// <summary>Bound of each fact that is read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Only checks with one of these outcomes are returned; empty for all.</summary>
    public IReadOnlyList<CheckStatus> Status { get; init; } = [];

    /// <summary>Log-ins for SMTP blocks whose password is not known here; each serves the blocks of its user name.</summary>
    public IReadOnlyList<NetworkCredential> SmtpCredentials { get; init; } = [];

    /// <summary>Whom to ask for names. A question is given at most the time that a fact has.</summary>
    public DnsOptions Dns { get; init; } = new();

    /// <summary>File of a mail as it arrived, which tells envelope, sending address and signatures; null for none.</summary>
    public string? MailPath { get; init; }

    /// <summary>Log files, whole paths: listmonk's output, which its memory forgets at every reload, and a relay's log.</summary>
    public IReadOnlyList<string> LogPaths { get; init; } = [];

    /// <summary>True when remedy commands must name the session, since it is not the default one.</summary>
    public bool NamesSession { get; init; }
}

using System.Net;
using ListmonkPS.Core.Dns.Dkim;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>All that is known of a domain's mail before the DNS is asked: given, read from a mail that arrived, or inferred from settings.</summary>
internal sealed record DomainSubject
{
    /// <summary>Domain of the From address.</summary>
    public required string Domain { get; init; }

    /// <summary>MAIL FROM.</summary>
    public required string EnvelopeSender { get; init; }

    /// <summary>True when the envelope is not that of a mail and was not given.</summary>
    public bool IsEnvelopeInferred { get; init; }

    /// <summary>Sending addresses; empty when none is known.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>True when the addresses are those of the server's own relay.</summary>
    public bool IsAddressInferred { get; init; }

    /// <summary>Name in HELO; null when not known.</summary>
    public string? HelloName { get; init; }

    /// <summary>Keys that are known by name: of selectors given or of a mail's signatures; empty to try the usual selectors.</summary>
    public IReadOnlyList<DkimQuery> Keys { get; init; } = [];

    /// <summary>True when the keys are those of a mail's signatures, so that the signing domains are known.</summary>
    public bool HasSignatures { get; init; }

    /// <summary>Host of the SMTP server; null when not known.</summary>
    public string? SmtpHost { get; init; }

    /// <summary>Host of the confirm links; null when not known.</summary>
    public string? RootHost { get; init; }

    /// <summary>Domain of MAIL FROM.</summary>
    public string EnvelopeDomain => EnvelopeSender[(EnvelopeSender.LastIndexOf('@') + 1)..];
}

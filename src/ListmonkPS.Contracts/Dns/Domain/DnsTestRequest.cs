using System.Net;

namespace ListmonkPS;

/// <summary>Which domain is to be tested as a whole. What is not given is taken from the mail file, then from the session.</summary>
public sealed record DnsTestRequest
{
    /// <summary>Domain of the From address.</summary>
    public string? Domain { get; init; }

    /// <summary>Addresses of the hosts that hand the mail to receivers.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>DKIM selectors.</summary>
    public IReadOnlyList<string> Selectors { get; init; } = [];

    /// <summary>MAIL FROM.</summary>
    public string? Sender { get; init; }

    /// <summary>Name in HELO or EHLO.</summary>
    public string? HelloName { get; init; }

    /// <summary>File of a mail as it arrived.</summary>
    public string? MailPath { get; init; }

    /// <summary>Text that DMARC is judged by.</summary>
    public DmarcStandard Standard { get; init; }

    /// <summary>Public suffix rules; null for none.</summary>
    public IReadOnlyList<string>? PublicSuffixes { get; init; }

    /// <summary>True to compare what the domain's own servers say.</summary>
    public bool Authoritative { get; init; }
}

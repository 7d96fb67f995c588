using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>Who sends: the arguments of check_host, made ready once at entry (RFC 7208 2.4, 4.1, 4.3, 5).</summary>
internal sealed record SpfIdentity
{
    private const string Postmaster = "postmaster";

    private SpfIdentity(IPAddress client, string given, string localPart, string senderDomain, string hello)
    {
        Client = client;
        Given = given;
        Domain = DomainName.TryNormalize(given);
        LocalPart = localPart;
        SenderDomain = DomainName.TryNormalize(senderDomain) ?? senderDomain;
        Hello = hello;
    }

    /// <summary>The client's address; IPv4-mapped ones as IPv4.</summary>
    public IPAddress Client { get; }

    /// <summary>The domain as it was given.</summary>
    public string Given { get; }

    /// <summary>The domain to check, as A-labels and without final dot; null when it cannot have a record.</summary>
    public string? Domain { get; }

    /// <summary>Local part of the sender.</summary>
    public string LocalPart { get; }

    /// <summary>Domain of the sender.</summary>
    public string SenderDomain { get; }

    /// <summary>Name in HELO or EHLO.</summary>
    public string Hello { get; }

    /// <summary>The sender with its local part.</summary>
    public string Sender => $"{LocalPart}@{SenderDomain}";

    /// <summary>Makes the identity.</summary>
    /// <param name="client">Address of the sending host.</param>
    /// <param name="domain">Domain to check; null for that of the sender.</param>
    /// <param name="sender">MAIL FROM, with or without angle brackets; null or empty for the null sender, which is postmaster at the hello name.</param>
    /// <param name="hello">Name in HELO or EHLO; null when not known, then macros see the domain.</param>
    public static SpfIdentity Create(IPAddress client, string? domain, string? sender, string? hello)
    {
        string address = (sender ?? "").Trim().TrimStart('<').TrimEnd('>');
        int at = address.LastIndexOf('@');
        string senderDomain = address.Length > 0 ? address[(at + 1)..] : domain ?? hello ?? "";
        string localPart = at > 0 ? address[..at] : Postmaster;
        string given = domain ?? senderDomain;
        return new SpfIdentity(Unmap(client), given, localPart, senderDomain, hello ?? given);
    }

    /// <summary>Takes the IPv4 address out of an IPv4-mapped one, and the zone off a link-local one.</summary>
    private static IPAddress Unmap(IPAddress client)
    {
        if (client.IsIPv4MappedToIPv6)
            return client.MapToIPv4();
        return client.AddressFamily == AddressFamily.InterNetworkV6 && client.ScopeId != 0 ? new IPAddress(client.GetAddressBytes()) : client;
    }
}

using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>What a domain's SPF record includes when it sends through a provider under its own envelope domain.</summary>
internal static class ProviderIncludes
{
    private static readonly (string Host, string Include)[] Table =
    [
        ("sendgrid.net", "sendgrid.net"),
        ("mailgun.org", "mailgun.org"),
        ("amazonaws.com", "amazonses.com"),
        ("mailjet.com", "spf.mailjet.com"),
        ("mtasv.net", "spf.mtasv.net"),
        ("postmarkapp.com", "spf.mtasv.net"),
        ("mandrillapp.com", "spf.mandrillapp.com"),
        ("sparkpostmail.com", "sparkpostmail.com"),
        ("gmail.com", "_spf.google.com"),
        ("google.com", "_spf.google.com"),
        ("office365.com", "spf.protection.outlook.com"),
        ("outlook.com", "spf.protection.outlook.com"),
        ("zoho.com", "zohomail.com"),
        ("zoho.eu", "zohomail.eu"),
        ("messagingengine.com", "spf.messagingengine.com"),
        ("fastmail.com", "spf.messagingengine.com"),
        ("smtp2go.com", "spf.smtp2go.com"),
        ("migadu.com", "spf.migadu.com"),
    ];

    /// <summary>The include of the provider that a host belongs to; null for a host that is not known.</summary>
    public static string? Of(string host) => Array.Find(Table, entry => DomainName.IsAtOrBelow(host, entry.Host)).Include;
}

namespace ListmonkPS;

/// <summary>The machine words in <see cref="DnsTest.Reasons"/> beside those of SPF, DKIM and DMARC.</summary>
public static class DnsReason
{
    /// <summary>The query did not complete.</summary>
    public const string DnsError = "dns-error";

    /// <summary>There is no such record, and none is needed.</summary>
    public const string NoRecord = "no-record";

    /// <summary>The record does not fit its grammar.</summary>
    public const string SyntaxError = "syntax-error";

    /// <summary>There is more than one record, so none counts.</summary>
    public const string MultipleRecords = "multiple-records";

    /// <summary>The domain does not exist.</summary>
    public const string DomainNonexistent = "domain-nonexistent";

    /// <summary>No MX: mail goes to the domain's own address.</summary>
    public const string NoMx = "no-mx";

    /// <summary>Neither MX nor address: nobody can answer.</summary>
    public const string NoMail = "no-mail";

    /// <summary>A null MX: the domain takes no mail (RFC 7505).</summary>
    public const string NullMx = "null-mx";

    /// <summary>A mail host has no address.</summary>
    public const string MxWithoutAddress = "mx-without-address";

    /// <summary>A mail host is an alias (RFC 2181 10.3 forbids it).</summary>
    public const string MxAlias = "mx-alias";

    /// <summary>The address has no name.</summary>
    public const string NoPtr = "no-ptr";

    /// <summary>No name of the address leads back to it.</summary>
    public const string PtrUnconfirmed = "ptr-unconfirmed";

    /// <summary>The hello name is no full name.</summary>
    public const string HelloNotFull = "hello-not-full";

    /// <summary>The hello name has no address.</summary>
    public const string HelloUnknown = "hello-unknown";

    /// <summary>The host has no address.</summary>
    public const string HostUnknown = "host-unknown";

    /// <summary>Nothing was found under the usual selectors, which proves nothing.</summary>
    public const string NoCommonSelector = "no-common-selector";

    /// <summary>Nothing exists below _domainkey, so that there is no selector at all.</summary>
    public const string NoSelector = "no-selector";

    /// <summary>Which address sends is not known.</summary>
    public const string AddressUnknown = "address-unknown";

    /// <summary>The record does not name the provider that sends.</summary>
    public const string ProviderNotIncluded = "provider-not-included";

    /// <summary>Reports silently never come to an address, as its organization did not agree.</summary>
    public const string ReportsUnauthorized = "reports-unauthorized";

    /// <summary>The MTA-STS policy cannot be fetched.</summary>
    public const string PolicyUnreachable = "policy-unreachable";

    /// <summary>The certificate of the host with the MTA-STS policy is not good for it.</summary>
    public const string PolicyCertificate = "policy-certificate";

    /// <summary>The web server redirects instead of giving the MTA-STS policy; nobody may follow.</summary>
    public const string PolicyRedirect = "policy-redirect";

    /// <summary>The web server answers with another status than 200.</summary>
    public const string PolicyStatus = "policy-status";

    /// <summary>The MTA-STS policy is not served as text/plain.</summary>
    public const string PolicyType = "policy-type";

    /// <summary>The MTA-STS policy is larger than 64 KB.</summary>
    public const string PolicyTooLarge = "policy-too-large";

    /// <summary>The MTA-STS policy does not fit its grammar.</summary>
    public const string PolicyInvalid = "sts-policy-invalid";

    /// <summary>The MTA-STS policy is enforced and may be kept for less than a day.</summary>
    public const string PolicyShortLived = "policy-short-lived";

    /// <summary>A mail host of the domain is not named by its MTA-STS policy.</summary>
    public const string MxNotCovered = "mx-not-covered";

    /// <summary>Nothing that is known of the mail is aligned.</summary>
    public const string Unaligned = "unaligned";

    /// <summary>The domain's servers say different things.</summary>
    public const string ServersDiffer = "servers-differ";

    /// <summary>A server of the domain does not answer for it.</summary>
    public const string ServerSilent = "server-silent";
}

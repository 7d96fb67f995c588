using System.Management.Automation;
using System.Net;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Tests all that the DNS says about the mail of a domain at once: SPF, DKIM, DMARC and their alignment, MX, PTR, hello name, link host, MTA-STS, TLS-RPT.</summary>
/// <remarks>
/// It asks the DNS, and fetches the MTA-STS policy of a domain that announces one. Where a record is missing or wrong it proposes the one to publish, merged into what is there, within the limits, and proved by
/// evaluating it. What is inferred from settings instead of given or read from a mail is marked, and is a warning at most.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Test, "ListmonkDns")]
[OutputType(typeof(DnsTest))]
public sealed class TestListmonkDnsCommand : DnsRequestCmdlet<DnsTestRequest>
{
    /// <summary>Domain of the From address. Default: that of the mail file, else of the listmonk server.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    /// <summary>Addresses of the hosts that hand the mail to receivers. Default: that of the mail file, else of the SMTP server where it belongs to the domain.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    [ValidateNotNullOrEmpty]
    public IPAddress[] IPAddress { get; set; } = [];

    /// <summary>DKIM selectors. Default: those of the mail file, else the usual ones are tried.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Selector { get; set; } = [];

    /// <summary>MAIL FROM. Default: the Return-Path of the mail file, else the envelope sender of the listmonk server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sender { get; set; }

    /// <summary>Name that the sending host says in HELO or EHLO. Default: that of the mail file, else of the listmonk server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HelloName { get; set; }

    /// <summary>File of a mail as it arrived: it tells who sent it, from where, and what signed it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MailPath { get; set; }

    /// <summary>Text that DMARC is judged by. Rfc7489 needs -PublicSuffix.</summary>
    [Parameter]
    [PSDefaultValue(Help = "Rfc9989")]
    public DmarcStandard Standard { get; set; }

    /// <summary>Rules of the public suffix list that matter, such as com, co.uk, *.ck.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? PublicSuffix { get; set; }

    /// <summary>Also asks each name server of the domain directly, and compares what they say.</summary>
    [Parameter]
    public SwitchParameter Authoritative { get; set; }

    private protected override bool IsComplete => Domain is not null || MailPath is not null;

    private protected override DnsTestRequest MakeRequest() => new()
    {
        Domain = Domain,
        Addresses = IPAddress,
        Selectors = Selector,
        Sender = Sender,
        HelloName = HelloName,
        MailPath = MailPath is null ? null : GetUnresolvedProviderPathFromPSPath(MailPath),
        Standard = Standard,
        PublicSuffixes = PublicSuffix,
        Authoritative = Authoritative,
    };

    private protected override async Task CheckAsync(
        ListmonkSession? session, IReadOnlyList<DnsTestRequest> requests, Work work, CancellationToken stop)
    {
        await foreach (DnsTest test in Core.Dns.TestDomainAsync(session, requests, DnsOptions, work, stop))
            await work.EmitAsync(test, stop);
    }
}

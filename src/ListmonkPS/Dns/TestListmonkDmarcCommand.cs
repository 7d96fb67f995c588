using System.Management.Automation;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Finds the DMARC policy that applies to a domain, and whether a mail passes when its SPF and DKIM results are given.</summary>
/// <remarks>
/// By RFC 9989 of May 2026 (the result of RFC 7489 is added where it differs), with every tag, the walk up the DNS tree, alignment, and whether reports may be
/// sent where the record wants them. It asks the DNS only.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Test, "ListmonkDmarc")]
[OutputType(typeof(DmarcResult))]
public sealed class TestListmonkDmarcCommand : DnsRequestCmdlet<DmarcRequest>
{
    /// <summary>Domain of the From address. Default: that of the listmonk server.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    /// <summary>Result of the SPF check of MAIL FROM, such as pass; needs -SpfDomain.</summary>
    [Parameter]
    [ValidateSet("none", "neutral", "pass", "fail", "softfail", "temperror", "permerror")]
    public string? SpfResult { get; set; }

    /// <summary>Domain of MAIL FROM.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SpfDomain { get; set; }

    /// <summary>Results of the signatures, such as pass, fail; needs -DkimDomain with as many entries. An empty list is a mail without signatures.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ValidateSet("none", "pass", "fail", "policy", "neutral", "temperror", "permerror")]
    public string[] DkimResult { get; set; } = [];

    /// <summary>Domains of the signatures (d=), in the order of the results.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public string[] DkimDomain { get; set; } = [];

    /// <summary>Text to judge by. Rfc7489 needs -PublicSuffix.</summary>
    [Parameter]
    [PSDefaultValue(Help = "Rfc9989")]
    public DmarcStandard Standard { get; set; }

    /// <summary>Rules of the public suffix list that matter, such as com, co.uk, *.ck. With them RFC 9989 is compared with RFC 7489 throughout.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? PublicSuffix { get; set; }

    private protected override bool IsComplete => Domain is not null;

    private protected override DmarcRequest MakeRequest() => new()
    {
        Domain = Domain,
        Standard = Standard,
        PublicSuffixes = PublicSuffix,
        SpfResult = SpfResult,
        SpfDomain = SpfDomain,
        DkimResults = DkimResult,
        DkimDomains = DkimDomain,
        IsMessage = SpfResult is not null || MyInvocation.BoundParameters.ContainsKey(nameof(DkimResult)),
    };

    private protected override async Task CheckAsync(
        ListmonkSession? session, IReadOnlyList<DmarcRequest> requests, Work work, CancellationToken stop)
    {
        await foreach (DmarcResult result in Core.Dns.TestDmarcAsync(session, requests, DnsOptions, work, stop))
            await work.EmitAsync(result, stop);
    }
}

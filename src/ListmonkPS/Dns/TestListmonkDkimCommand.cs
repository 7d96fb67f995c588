using System.Management.Automation;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Judges DKIM keys: whether signatures can be verified with them, and what is wrong if not.</summary>
/// <remarks>
/// By RFC 6376, 8301 and 8463. It asks the DNS only, and reads the mail file if one is given. The DNS cannot list a domain's selectors: without -Selector and
/// -MailPath the usual ones are tried, and only those with a record are shown.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Test, "ListmonkDkim")]
[OutputType(typeof(DkimResult))]
public sealed class TestListmonkDkimCommand : DnsRequestCmdlet<DkimRequest>
{
    /// <summary>Signing domain (d=). Default: the domain of the From address of the listmonk server.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    /// <summary>Selectors (s=), as the signing service names them.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string[] Selector { get; set; } = [];

    /// <summary>Algorithm of the signature (a=), such as rsa-sha256. Default: the key is judged alone.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>Identity of the signature (i=), such as @mail.example.org.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Identity { get; set; }

    /// <summary>File of a mail as it arrived: the key of each of its signatures is judged for that signature.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MailPath { get; set; }

    private protected override bool IsComplete => Domain is not null || MailPath is not null;

    private protected override DkimRequest MakeRequest() => new()
    {
        Domain = Domain,
        Selectors = Selector,
        Algorithm = Algorithm,
        Identity = Identity,
        MailPath = MailPath is null ? null : GetUnresolvedProviderPathFromPSPath(MailPath),
    };

    private protected override async Task CheckAsync(
        ListmonkSession? session, IReadOnlyList<DkimRequest> requests, Work work, CancellationToken stop)
    {
        await foreach (DkimResult result in Core.Dns.TestDkimAsync(session, requests, DnsOptions, work, stop))
            await work.EmitAsync(result, stop);
    }
}

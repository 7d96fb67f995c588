using System.Management.Automation;
using System.Net;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Sessions;

namespace ListmonkPS;

/// <summary>Checks by SPF whether hosts may send for a domain, and shows the tree that was evaluated.</summary>
/// <remarks>
/// It is check_host of RFC 7208. It asks the DNS only. What is not given is taken from a listmonk server's settings: sender, hello name and, where the SMTP
/// server belongs to the sending domain or to a provider that is known, an address.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Test, "ListmonkSpf")]
[OutputType(typeof(SpfResult))]
public sealed class TestListmonkSpfCommand : DnsRequestCmdlet<SpfRequest>
{
    /// <summary>Domain to check. Default: the domain of the sender.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    /// <summary>Addresses of the hosts that hand the mail to receivers. Default: those of the SMTP server where it belongs to the sending domain; of a provider that is known, one that its own record allows.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    [ValidateNotNullOrEmpty]
    public IPAddress[] IPAddress { get; set; } = [];

    /// <summary>MAIL FROM of the mail. Empty text is the null sender of bounces. Default: the envelope sender of the listmonk server.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Sender { get; set; }

    /// <summary>Name that the sending host says in HELO or EHLO. Default: that of the listmonk server, else the domain.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HelloName { get; set; }

    // Without an address a session may know one; without either Core says what is missing.
    private protected override bool IsComplete =>
        (Domain is not null || Sender is not null || HelloName is not null) && (IPAddress.Length > 0 || SessionTable.OfRunspace().Default is null);

    private protected override SpfRequest MakeRequest() => new() { Domain = Domain, Addresses = IPAddress, Sender = Sender, HelloName = HelloName };

    private protected override async Task CheckAsync(
        ListmonkSession? session, IReadOnlyList<SpfRequest> requests, Work work, CancellationToken stop)
    {
        await foreach (SpfResult result in Core.Dns.TestSpfAsync(session, requests, DnsOptions, work, stop))
            await work.EmitAsync(result, stop);
    }
}

using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Stops a resend run, also one that another process or machine works on, until it is resumed; or gives it up for good.</summary>
/// <remarks>Who works on the run sees it within a second or two, ends what is on its way, and notes it. The ledger keeps all that was done.</remarks>
[Cmdlet(VerbsLifecycle.Stop, "OptInResend", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(OptInResendRun))]
public sealed class StopOptInResendCommand : SessionCmdlet
{
    /// <summary>Name of the run.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Run { get; set; } = "";

    /// <summary>Gives the run up: it cannot be resumed.</summary>
    [Parameter]
    public SwitchParameter Cancel { get; set; }

    /// <summary>Connection string of the database that holds the ledger, without a password. Default: as with Invoke-OptInResend.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LedgerConnection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string run = Run;
        foreach (ListmonkSession session in Session ?? [.. DefaultSession()])
            Start((work, stop) => StopAsync(session, run, work, stop));
    }

    private protected override Task RunAsync(ListmonkSession session, Work work, CancellationToken stop) => StopAsync(session, Run, work, stop);

    private async Task StopAsync(ListmonkSession session, string run, Work work, CancellationToken stop)
    {
        string action = Texts.Format(Cancel ? "view.resend-cancel-action" : "view.resend-stop-action");
        if (await work.ShouldProcessAsync(Texts.Format("view.resend-stop-target", run, session.Name), action, stop))
            await work.EmitAsync(await Core.Resends.StopAsync(session, run, LedgerConnection, Cancel, work, stop), stop);
    }
}

using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Times;

namespace ListmonkPS;

/// <summary>Shows what the ledger knows: who was mailed, refused or is in doubt, by run; or the runs themselves with how many have confirmed since.</summary>
/// <remarks>
/// It reads only. The ledger stores no addresses: they are read from the server, with whether the person has confirmed. Without a database that is one call of the
/// API for every 200 people, or for each where the API user may not query.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "OptInResend")]
[OutputType(typeof(OptInResend), typeof(OptInResendRun))]
public sealed class GetOptInResendCommand : SessionCmdlet
{
    /// <summary>Names of runs; wildcards work. Default: all runs.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Run { get; set; } = [];

    /// <summary>Only people in these states.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public OptInResendState[] State { get; set; } = [];

    /// <summary>Only what was sent or ended at or after this time: 2025-04-20, '2025-04-20 14:02' (local), or a span back from now such as 15m, 2d.</summary>
    [Parameter]
    [TimeTransformation]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only what was sent or ended before this time, given like Since.</summary>
    [Parameter]
    [TimeTransformation]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Shows the runs instead of the people, newest first, with the share that has confirmed since.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Connection string of the database that holds the ledger, without a password. Default: as with Invoke-OptInResend.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LedgerConnection { get; set; }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        OptInResendFilter filter = new() { Run = Run, State = State, Since = Since, Before = Before, LedgerConnection = LedgerConnection };
        if (Summary)
        {
            await foreach (OptInResendRun run in Core.Resends.FindRunsAsync(session, filter, work, stop).WithCancellation(stop))
                await work.EmitAsync(run, stop);
            return;
        }

        await foreach (OptInResend resend in Core.Resends.FindAsync(session, filter, work, stop).WithCancellation(stop))
            await work.EmitAsync(resend, stop);
    }
}

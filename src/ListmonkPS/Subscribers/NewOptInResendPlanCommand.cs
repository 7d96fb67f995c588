using System.Management.Automation;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Writes whom a resend would mail to a file, for review; Invoke-OptInResend -Path then takes exactly those.</summary>
/// <remarks>
/// It asks who is due, and writes nothing but the file: the limits, and the numbers and UUIDs of the people, no address. The file carries a digest, so that a
/// changed one is refused.
/// </remarks>
[Cmdlet(VerbsCommon.New, "OptInResendPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(FileInfo))]
public sealed class NewOptInResendPlanCommand : ResendCmdlet
{
    private string? _path;

    /// <summary>Whom: objects of Get-UnconfirmedSubscriber, or others with SubscriberId and SubscriberUuid, such as rows of a CSV file.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = IdSet, DontShow = true)]
    [ValidateNotNull]
    public override PSObject? InputObject { get; set; }

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Leaves a file that is there already as it is, with an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _path = FileOf(Path);
        base.EndProcessing();
    }

    private protected override bool MayPlan(IReadOnlyList<ListmonkSession> sessions)
    {
        if (sessions.Count < 2)
            return _path is not null;
        WriteFailure(ResendFailures.PlanOfSeveralServers(sessions.Select(session => session.Name)));
        return false;
    }

    private protected override async Task RunAsync(ListmonkSession session, ResendPlan plan, Work work, CancellationToken stop)
    {
        work.Verbose(plan.Description);
        if (!await work.ShouldProcessAsync(_path!, Texts.Format("view.resend-save-action", plan.Run, plan.People), stop))
            return;
        await Core.Resends.SavePlanAsync(plan, _path!, NoClobber, stop);
        await work.EmitAsync(new FileInfo(_path!), stop);
    }
}

using System.Management.Automation;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Mails people again who never got their opt-in mail: each once, through crashes, quotas and Ctrl+C.</summary>
/// <remarks>
/// Everybody of the input is put into a ledger first, in the schema listmonkps of the session's database or in a journal on this machine; then they are mailed,
/// and each outcome is noted. Just before each mail it is asked again whether the person still waits. What was on its way when the process died is in doubt and
/// never sent again by itself. A run goes on where it stands with -Run.
/// </remarks>
[Cmdlet(VerbsLifecycle.Invoke, "OptInResend", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(OptInResendRun), typeof(OptInResend))]
public sealed class InvokeOptInResendCommand : ResendCmdlet
{
    private const string RunSet = "Run";
    private const string PathSet = "Path";

    /// <summary>Whom: objects of Get-UnconfirmedSubscriber, or others with SubscriberId and SubscriberUuid, such as rows of a CSV file.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = IdSet, DontShow = true)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = PathSet, DontShow = true)]
    [ValidateNotNull]
    public override PSObject? InputObject { get; set; }

    /// <summary>Name of the run. One that exists is resumed, with the people of the input added; with nothing else but limits it goes on with those who are left.</summary>
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, ParameterSetName = RunSet)]
    [ValidateNotNullOrEmpty]
    public string? Run { get; set; }

    /// <summary>A plan of New-OptInResendPlan: exactly its people are taken, less those who are not due any more.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Waits until a limit has passed, instead of ending with the time to go on.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Sends those of the run again of whom it is not known whether their mail left: some may get it twice.</summary>
    [Parameter]
    public SwitchParameter RetryInDoubt { get; set; }

    /// <summary>
    /// Mails one sample to this address, by SMTP, and nothing else: the mail that the first person of the input would get, with a link that confirms nobody.
    /// Nobody counts as mailed by it.
    /// </summary>
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string? PreviewTo { get; set; }

    /// <summary>Emits each person too, when the outcome is noted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsNobodyNamed => base.IsNobodyNamed && Run is null && Path is null;

    private protected override ResendRequest Request(TimeZoneInfo? zone) => base.Request(zone) with
    {
        Run = Run,
        PlanPath = Path is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path),
        Wait = Wait,
        RetryInDoubt = RetryInDoubt,
        PreviewTo = PreviewTo,
    };

    private protected override Task PlanAsync(ListmonkSession session, ResendRequest request, Work work, CancellationToken stop)
    {
        if (Run is not null || Path is not null || People[session].Count > 0)
            return base.PlanAsync(session, request, work, stop);
        work.Warning(Texts.Format("notice.resend.no-input"));
        return Task.CompletedTask;
    }

    private protected override async Task RunAsync(ListmonkSession session, ResendPlan plan, Work work, CancellationToken stop)
    {
        if (plan.People == 0)
        {
            work.Warning(plan.LeftOut.Length == 0
                ? Texts.Format("notice.resend.nobody", plan.Target)
                : Texts.Format("notice.resend.nobody-left-out", plan.Target, plan.LeftOut));
            return;
        }

        if (PreviewTo is not null)
        {
            if (await work.ShouldProcessAsync(PreviewTo, Texts.Format("view.resend-preview-action"), stop))
                await work.EmitAsync(await Core.Resends.PreviewAsync(session, plan, work, stop), stop);
            return;
        }

        string question = plan.Description + Environment.NewLine + Texts.Format("view.resend-question");
        if (!await work.ShouldProcessAsync(plan.Description, question, Texts.Format("view.resend-caption"), stop))
            return;
        ResendEnd end = await Core.Resends.SendAsync(session, plan, PassThru ? work.Emit : null, work, stop);
        await work.EmitAsync(end.Run, stop);
        if (end.Failure is { } failure)
            work.Fail(failure);
    }
}

using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Times;

namespace ListmonkPS;

/// <summary>Measures how many of those who sign up confirm, hour by hour, day by day or week by week, and finds the point at which that broke.</summary>
/// <remarks>
/// It reads only. The database counts in one pass over the subscriptions of the lists; without a database the API is asked for all their members, which needs the
/// rights lists:get_all and subscribers:get_all, and from v5 on subscribers:sql_query to read long lists in parts instead of whole. Periods are of the local time
/// zone of this machine.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Measure, "ListmonkOptIn", DefaultParameterSetName = PeriodSet)]
[OutputType(typeof(OptInPeriod), ParameterSetName = new[] { PeriodSet })]
[OutputType(typeof(OptInBreak), ParameterSetName = new[] { BreakSet })]
public sealed class MeasureListmonkOptInCommand : SessionCmdlet
{
    private const string PeriodSet = "Period";
    private const string BreakSet = "Break";

    /// <summary>Lists by name (wildcards work), number or UUID. Default: all lists with double opt-in.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] List { get; set; } = [];

    /// <summary>Only sign-ups at or after this time: 2025-04-20, '2025-04-20 14:02' (local), or a span back from now such as 15m, 2d, 1h30m.</summary>
    [Parameter]
    [TimeTransformation]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only sign-ups before this time, given like Since.</summary>
    [Parameter]
    [TimeTransformation]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Length of a period: 1h, 1d or 7d, which may be written 1w.</summary>
    [Parameter(ParameterSetName = PeriodSet)]
    [PeriodTransformation]
    [PSDefaultValue(Help = "1d")]
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Looks for the point in time from which on clearly fewer people confirm, instead of listing periods. Nothing when there is none.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BreakSet)]
    public SwitchParameter Break { get; set; }

    /// <summary>
    /// Looks at all sign-ups as one (Total), or list by list, mail domain by mail domain, or hour by hour of the day: what breaks only in part shows there.
    /// </summary>
    [Parameter(ParameterSetName = BreakSet)]
    [PSDefaultValue(Help = "Total")]
    public BreakScope By { get; set; }

    /// <summary>Seconds that counting in the database may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [PSDefaultValue(Help = "60")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Since is { } since)
            WriteVerbose(Texts.Format("notice.time-understood", nameof(Since), since));
        if (Before is { } before)
            WriteVerbose(Texts.Format("notice.time-understood", nameof(Before), before));
        if (Since >= Before)
            WriteFailure(ShellFailures.SpanEmpty(Since!.Value, Before!.Value));
    }

    private protected override void Take(ListmonkSession session)
    {
        if (!(Since >= Before))
            base.Take(session);
    }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        FunnelFilter filter = new() { List = List, Since = Since, Before = Before, Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };
        if (Break)
            await work.EmitAllAsync(await Core.Funnel.FindBreaksAsync(session, filter, By, work, stop), stop);
        else
            await work.EmitAllAsync(await Core.Funnel.MeasureAsync(session, filter, Every, work, stop), stop);
    }
}

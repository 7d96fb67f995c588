using System.Collections.Concurrent;
using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Completion;
using ListmonkPS.Shell.Times;

namespace ListmonkPS;

/// <summary>What the planning and the sending of a resend share: whom, and the limits.</summary>
public abstract class ResendCmdlet : SessionCmdlet
{
    private protected const string ObjectSet = "Object";
    private protected const string IdSet = "Id";

    private readonly Dictionary<ListmonkSession, List<ResendTarget>> _people = [];
    private readonly ConcurrentDictionary<ListmonkSession, ResendPlan> _plans = [];
    private IReadOnlyList<ListmonkSession>? _default;
    private bool _hasInput;
    private bool _isRefused;

    // By its property Session an object binds in every set, so every set takes it: people beside -Id would be passed over without a word.

    /// <summary>Whom: objects of Get-UnconfirmedSubscriber, or others with SubscriberId and SubscriberUuid, such as rows of a CSV file.</summary>
    public abstract PSObject? InputObject { get; set; }

    /// <summary>Whom, by the numbers of subscribers.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [ValidateRange(1, int.MaxValue)]
    public int[] Id { get; set; } = [];

    /// <summary>
    /// How the mails are sent: Api has listmonk send them, Smtp sends them from here by the first SMTP block that is switched on. Default: Api where right and
    /// version allow it, else Smtp.
    /// </summary>
    [Parameter]
    public ResendRoute Via { get; set; }

    /// <summary>
    /// A .txt or .html file that says what the mails say, or two side by side with the same name; by SMTP only. Default: a short text in English. Fields such as
    /// {{FirstName}} and {{ConfirmUri}} stand in about_ListmonkPS_Resend.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TemplatePath { get; set; }

    /// <summary>Log-in of the mail server, where its password is not known because the API masks it; several for several user names.</summary>
    [Parameter]
    [Credential]
    public PSCredential[] SmtpCredential { get; set; } = [];

    /// <summary>
    /// A rehearsal: every mail goes to this address, with a link that confirms nobody. Nobody counts as mailed by it, and the run is known only where
    /// -RedirectTo is given again. By SMTP only.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RedirectTo { get; set; }

    /// <summary>Mails a minute of the SMTP account, by all machines and runs together. Default: 60, or less where the provider is known to allow less.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    public int RatePerMinute { get; set; }

    /// <summary>Mails a day of the SMTP account, by all machines and runs together. Default: the provider's limit where it is known, else none.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int DailyLimit { get; set; }

    /// <summary>How often a mail is tried that is refused for now. Default: 5.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int MaxAttempts { get; set; }

    /// <summary>Mails at the same time. Default: 2 by the API, never more than max_conns less 2, so that sign-ups keep connections; 4 by SMTP.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; }

    /// <summary>Nobody is mailed again who was within this span, such as 24h or 2d; 0 for no such rule. Default: 24h.</summary>
    [Parameter]
    [SpanTransformation]
    public TimeSpan MinimumInterval { get; set; }

    /// <summary>Time zone whose midnight begins the day of the daily limit, such as Europe/Berlin. Default: that of this machine.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>Mails those too whom Get-UnconfirmedSubscriber marks as Suspect.</summary>
    [Parameter]
    public SwitchParameter IncludeSuspect { get; set; }

    /// <summary>
    /// Connection string of a PostgreSQL database for the ledger, without a password (that comes from pgpass or PGPASSWORD). Default: the database of the session;
    /// without one a journal on this machine.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LedgerConnection { get; set; }

    /// <summary>True when nothing says whom: no number, and no pipeline, or one of sessions alone.</summary>
    private protected virtual bool IsNobodyNamed =>
        Id.Length == 0 && (InputObject is null ? !MyInvocation.ExpectingInput : InputObject.BaseObject is ListmonkSession);

    /// <summary>True when people come down the pipeline and a parameter names others.</summary>
    private bool HasOtherPeople => ParameterSetName != ObjectSet && InputObject is { BaseObject: not ListmonkSession };

    /// <summary>The sessions, and whom each shall mail.</summary>
    private protected IReadOnlyDictionary<ListmonkSession, List<ResendTarget>> People => _people;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _hasInput = true;
        if (IsNobodyNamed)
        {
            WriteFailure(ResendFailures.NobodyNamed());
            return;
        }

        if (!HasOtherPeople)
            Add(Given());
        else if (!_isRefused)
            WriteFailure(ResendFailures.PeopleTwice(ParameterSetName == IdSet ? "-Id" : "-Path"));
        _isRefused |= HasOtherPeople;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // A pipeline through which nothing came says of no server either, so the default is not taken; where one is named, a run goes on and a plan of nobody is one.
        if (!_hasInput && Session is null)
            WriteWarning(Texts.Format("notice.resend.no-input"));
        else if (!_hasInput)
            Add([]);
        if (TryZone(out TimeZoneInfo? zone))
            PlanAndRun(zone);
        base.EndProcessing();
    }

    private protected override Task RunAsync(ListmonkSession session, Work work, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Plans for one server; leaves no plan when there is nothing to plan.</summary>
    /// <param name="session">The server.</param>
    /// <param name="request">How.</param>
    /// <param name="work">Takes what there is to say.</param>
    /// <param name="stop">Ends the work.</param>
    private protected virtual async Task PlanAsync(ListmonkSession session, ResendRequest request, Work work, CancellationToken stop)
    {
        ResendPlan plan = await Core.Resends.PlanAsync(session, request, _people[session], work, stop);
        foreach (Failure problem in plan.Problems)
            work.Fail(problem);
        _plans[session] = plan;
    }

    /// <summary>False, with an error, when the cmdlet can do nothing for so many servers.</summary>
    private protected virtual bool MayPlan(IReadOnlyList<ListmonkSession> sessions) => true;

    /// <summary>What the cmdlet does with the plan of one server.</summary>
    /// <param name="session">The server.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="work">Takes what there is to say.</param>
    /// <param name="stop">Ends the work.</param>
    private protected abstract Task RunAsync(ListmonkSession session, ResendPlan plan, Work work, CancellationToken stop);

    /// <summary>What was asked for; what was not given is left open.</summary>
    private protected virtual ResendRequest Request(TimeZoneInfo? zone) => new()
    {
        Via = Bound(nameof(Via)) ? Via : null,
        RatePerMinute = Bound(nameof(RatePerMinute)) ? RatePerMinute : null,
        DailyLimit = Bound(nameof(DailyLimit)) ? DailyLimit : null,
        MaxAttempts = Bound(nameof(MaxAttempts)) ? MaxAttempts : null,
        ThrottleLimit = Bound(nameof(ThrottleLimit)) ? ThrottleLimit : null,
        MinimumInterval = Bound(nameof(MinimumInterval)) ? MinimumInterval : null,
        TimeZone = zone,
        IncludeSuspect = IncludeSuspect,
        LedgerConnection = LedgerConnection,
        TemplatePath = TemplatePath is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(TemplatePath),
        SmtpCredentials = [.. SmtpCredential.Select(LogIn.Of)],
        RedirectTo = RedirectTo,
    };

    /// <summary>All plans are made before the first is carried out: two of them may be of one server.</summary>
    private void PlanAndRun(TimeZoneInfo? zone)
    {
        ListmonkSession[] sessions = [.. _people.Keys.Where(session => !_isRefused || _people[session].Count > 0)];
        if (!MayPlan(sessions))
            return;
        ResendRequest request = Request(zone) with { HasOthers = sessions.Length > 1 };
        foreach (ListmonkSession session in sessions)
            Start((work, stop) => PlanAsync(session, request, work, stop));
        Drain();
        List<(ListmonkSession Session, ResendPlan Plan)> plans = [.. sessions.Where(_plans.ContainsKey).Select(session => (session, _plans[session]))];
        foreach (PlanClash clash in plans.Count > 1 ? Core.Resends.Compare(plans) : [])
        {
            WriteFailure(clash.Failure);
            plans.RemoveAll(planned => planned.Session == clash.One || planned.Session == clash.Other);
        }

        foreach ((ListmonkSession session, ResendPlan plan) in plans)
            Start((work, stop) => RunAsync(session, plan, work, stop));
    }

    private bool Bound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private bool TryZone(out TimeZoneInfo? zone)
    {
        zone = null;
        if (TimeZone is null || TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out zone))
            return true;
        WriteFailure(ResendFailures.BadTimeZone(TimeZone));
        return false;
    }

    private void Add(ResendTarget[] given)
    {
        foreach (ListmonkSession session in Session ?? (_default ??= DefaultSession()))
        {
            if (!_people.TryGetValue(session, out List<ResendTarget>? people))
                _people.Add(session, people = []);
            people.AddRange(given);
        }
    }

    private ResendTarget[] Given()
    {
        if (ParameterSetName == IdSet)
            return [.. Id.Select(id => new ResendTarget(id, Guid.Empty))];
        if (InputObject is null || InputObject.BaseObject is ListmonkSession)
            return [];
        List<ResendTarget> people = [];
        foreach (PSObject item in ResendInput.Each(InputObject))
        {
            if (ResendInput.TryRead(item) is { } person)
            {
                people.Add(person);
                continue;
            }

            _isRefused = true;
            WriteFailure(ResendFailures.NotASubscriber(item.BaseObject.GetType().Name));
        }

        return [.. people];
    }
}

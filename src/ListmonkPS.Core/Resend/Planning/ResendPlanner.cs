using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Opening;
using ListmonkPS.Core.Resend.Servers;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>Makes a plan of what is asked for. It reads only.</summary>
/// <param name="ledgers">Opens ledgers.</param>
internal sealed class ResendPlanner(LedgerOpening ledgers)
{
    private const int UsualAttempts = 5;

    private static readonly TimeSpan UsualInterval = TimeSpan.FromHours(24);

    /// <summary>Plans.</summary>
    /// <exception cref="FailureException">It cannot be sent as asked for.</exception>
    public async Task<ResendPlan> PlanAsync(
        ListmonkSession session, ResendRequest request, IReadOnlyList<ResendTarget> people, INoticeSink notices, CancellationToken cancellation)
    {
        string? name = request.Run is null ? null : RunName.Check(request.Run);
        PlanFile? file = request.PlanPath is { } path ? await PlanFile.ReadAsync(path, cancellation) : null;
        ResendSubject subject = await ResendSubject.ReadAsync(session, notices, cancellation);
        if (file is not null && file.Header.Server != subject.Key)
            throw new FailureException(ResendFailures.PlanOfOtherServer(request.PlanPath!, session.Name));
        if (request.RedirectTo is not null)
            subject = subject.AsRehearsal();
        await using IResendLedger? ledger = await ledgers.FindAsync(subject, request.LedgerConnection, writes: false, cancellation);
        LedgerRun? run = name is null || ledger is null ? null : await ledger.FindAsync(name, cancellation);
        IReadOnlyList<ResendTarget> given = file?.People ?? people;
        if (name is not null && run is null && file is null && given.Count == 0)
            throw new FailureException(ResendFailures.RunNotFound(name, session.Name, ledger?.Place ?? subject.Database?.Place ?? ""));
        PlannedRoute route = await new RouteFinder(subject, request, notices).FindAsync(run?.Identity.Via ?? file?.Header.Route, cancellation);
        RunIdentity identity = new(
            name ?? await NewNameAsync(subject, ledger, cancellation), route.Via, route.Account, route.Template, file?.Digest ?? run?.Identity.Plan ?? "");
        if (run is not null)
            RunResumption.Check(run, identity, given.Count > 0, request.RetryInDoubt);
        ResendLimits limits = LimitsOf(request, file?.Header, subject, route, notices);
        if (route.Via == ResendRoute.Api && subject.Blocks is null && limits.DailyLimit is not null)
            notices.Warning(Texts.Format("notice.resend.account-unknown", session.Name));
        if (run is { State: OptInResendRunState.Paused, NextAt: { } next } && limits.DailyLimit is null && next > ledger!.Now)
            notices.Warning(Texts.Format("notice.resend.limit-gone", run.Name, next.ToLocalTime(), HarmlessText.Of(run.Reason)));
        if (request.PreviewTo is null)
            await ledgers.NotesOf(subject).CheckAsync(ledger, limits.MailedBefore(subject.Server.Time.GetUtcNow()), notices, cancellation);
        JournalHistory? journals = await ledgers.ToBeImportedAsync(subject, request.LedgerConnection, identity.Account, cancellation);
        PlanLink link = new(subject, request, identity, limits, given, given.Count > 0, run is null, route.Sending);
        return await PlanAsync(link, run, ledger, journals, cancellation);
    }

    private static async Task<ResendPlan> PlanAsync(
        PlanLink link, LedgerRun? run, IResendLedger? ledger, JournalHistory? journals, CancellationToken cancellation)
    {
        PeopleChoice choice = new(link.Subject, ledger, run, journals, link.Request, link.Limits);
        PlannedPeople people = await choice.ChooseAsync(link.People, cancellation);
        LedgerFigures? figures = run is null ? null : await ledger!.CountAsync(run, cancellation);
        long inDoubt = link.Request.RetryInDoubt ? figures?[LedgerState.InDoubt] ?? 0 : 0;
        long count = people.Due.Count + (figures?.Left ?? 0) + inDoubt;
        DateTimeOffset now = ledger?.Now ?? link.Subject.Server.Time.GetUtcNow();
        PlanLink planned = link with
        {
            People = people.Due,
            Left = link.Request.HasOthers ? choice.Left : [],
            UsedToday = await UsedAsync(link, ledger, journals, now, cancellation),
        };
        PlanText text = new(planned, count, ledger?.Place ?? Texts.Format("resend.plan.ledger.new", link.Subject.Database?.Place));
        return new ResendPlan(planned)
        {
            Run = link.Identity.Name,
            Via = link.Identity.Via,
            People = count,
            Target = text.Target,
            LeftOut = PlanText.LeftOut(people),
            Description = text.Lines(people, now, BeginOf(run, link.Limits, now)),
            Problems = choice.Unknown,
        };
    }

    /// <summary>What other runs and this one have used of the account's day; nobody asks where there is no limit.</summary>
    private static async Task<int> UsedAsync(PlanLink link, IResendLedger? ledger, JournalHistory? journals, DateTimeOffset now, CancellationToken cancellation)
    {
        if (link.Limits.DailyLimit is null)
            return 0;
        DateTimeOffset day = LimitDay.StartOf(now, link.Limits.TimeZone);
        return (ledger is null ? 0 : await ledger.UsedAsync(link.Identity.Account, day, cancellation)) + (journals?.Used(day) ?? 0);
    }

    /// <summary>
    /// A run that the account paused, and that is resumed with a limit, goes on when that has passed. One that reached the end of its day is told by what the
    /// day's use leaves: the limit may be another now.
    /// </summary>
    private static DateTimeOffset BeginOf(LedgerRun? run, ResendLimits limits, DateTimeOffset now) =>
        run is { State: OptInResendRunState.Paused, NextAt: { } next } && limits.DailyLimit is not null && next > now && next != LimitDay.EndOf(now, limits.TimeZone) ? next : now;

    private static async Task<string> NewNameAsync(ResendSubject subject, IResendLedger? ledger, CancellationToken cancellation)
    {
        IReadOnlyList<LedgerRun> runs = ledger is null ? [] : await ledger.RunsAsync(cancellation);
        return RunName.New(subject.Server.Time.GetLocalNow(), runs.Select(run => run.Name).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private static ResendLimits LimitsOf(
        ResendRequest request, PlanHeader? planned, ResendSubject subject, PlannedRoute route, INoticeSink notices) => new()
        {
            RatePerMinute = request.RatePerMinute ?? planned?.RatePerMinute ?? RouteChoice.Rate(route.ProviderLimits),
            DailyLimit = request.DailyLimit ?? (planned is null ? route.ProviderLimits?.PerDay : planned.DailyLimit),
            MaxAttempts = request.MaxAttempts ?? planned?.MaxAttempts ?? UsualAttempts,
            ThrottleLimit = RouteChoice.AtOnce(subject, route, request.ThrottleLimit ?? planned?.ThrottleLimit, notices),
            MinimumInterval = request.MinimumInterval ?? planned?.MinimumInterval ?? UsualInterval,
            TimeZone = request.TimeZone ?? planned?.Zone ?? subject.Server.Time.LocalTimeZone,
        };
}

using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Opening;
using ListmonkPS.Core.Resend.Planning;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Resend.Sending.ByApi;
using ListmonkPS.Core.Resend.Servers;
using ListmonkPS.Core.Resend.Smtp;

namespace ListmonkPS.Core.Resend;

/// <summary>Mails people again who never got their opt-in mail.</summary>
/// <param name="ledgers">Opens ledgers.</param>
internal sealed class ResendDoor(LedgerOpening ledgers) : IResendDoor
{
    private const int PeopleAtOnce = 1000;

    /// <summary>With the journals of this process' user.</summary>
    public ResendDoor()
        : this(new LedgerOpening())
    {
    }

    /// <inheritdoc/>
    public Task<ResendPlan> PlanAsync(
        ListmonkSession session, ResendRequest request, IReadOnlyList<ResendTarget> people, INoticeSink notices, CancellationToken cancellation) =>
        new ResendPlanner(ledgers).PlanAsync(session, request, people, notices, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<PlanClash> Compare(IReadOnlyList<(ListmonkSession Session, ResendPlan Plan)> plans) => PlanComparison.Clashes(plans);

    /// <inheritdoc/>
    public async Task<ResendEnd> SendAsync(
        ListmonkSession session, ResendPlan plan, Action<OptInResend>? each, INoticeSink notices, CancellationToken cancellation)
    {
        PlanLink link = Patient((PlanLink)plan.Link!);
        await using IResendLedger ledger = await ledgers.OpenAsync(link.Subject, link.Request.LedgerConnection, notices, cancellation);
        LedgerRun run = await FillAsync(ledger, link, cancellation);
        if (link.Request.RetryInDoubt)
            await ledger.RetryInDoubtAsync(run, cancellation);
        ResendReport report = new(link.Subject, ledger);
        await using IOptInSender sender = SenderOf(link, notices);
        ResendWork work = new(ledger, run, link.Subject.Question, sender, link.Limits, link.Subject.Server.Time, notices)
        {
            Waits = link.Request.Wait,
            Told = (item, person, mark) => Tell(report.Of(run, Marked(item, mark), person), each, notices),
        };
        RunEnd end = await new ResendRun(work).SendAsync(cancellation);
        // After Ctrl+C nobody waits for the figures; what is written is written.
        cancellation.ThrowIfCancellationRequested();
        await sender.EndAsync(notices, cancellation);
        LedgerRun now = (await ledger.FindAsync(run.Name, cancellation))!;
        return new ResendEnd(await report.RunAsync(now, counts: link.Subject.Database is not null, link.Request, cancellation), end.Failure);
    }

    /// <inheritdoc/>
    public async Task<OptInResend> PreviewAsync(ListmonkSession session, ResendPlan plan, INoticeSink notices, CancellationToken cancellation)
    {
        PlanLink link = (PlanLink)plan.Link!;
        ResendTarget target = link.People.Count > 0 ? link.People[0] : throw new FailureException(ResendFailures.NobodyToPreview(session.Name));
        OptInRecipient person = (await link.Subject.Question.AskAsync([target], cancellation))[target.Id].Recipient
            ?? throw new FailureException(ResendFailures.NobodyToPreview(session.Name));
        await using IOptInSender sender = SenderOf(link, notices);
        SendOutcome outcome = await sender.SendAsync(person, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (outcome.State != OptInResendState.Sent)
            throw new FailureException(outcome.Stop?.Failure ?? ResendFailures.PreviewNotSent(link.Sending!.RedirectTo!, outcome.ReplyText));
        return new OptInResend
        {
            Run = "",
            SubscriberId = person.Id,
            SubscriberUuid = person.Uuid,
            Email = link.Sending!.RedirectTo,
            State = outcome.State,
            Attempts = 1,
            Via = link.Identity.Via,
            SentAt = link.Subject.Server.Time.GetUtcNow(),
            Class = outcome.Class,
            ReplyCode = outcome.ReplyCode,
            ReplyText = outcome.ReplyText,
            MessageId = outcome.MessageId,
            Session = session.Name,
        };
    }

    /// <inheritdoc/>
    public Task SavePlanAsync(ResendPlan plan, string path, bool noClobber, CancellationToken cancellation)
    {
        PlanLink link = (PlanLink)plan.Link!;
        return PlanFile.WriteAsync(PlanHeader.Of(link, link.Subject.Server.Time.GetUtcNow()), link.People, path, noClobber, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OptInResend> FindAsync(
        ListmonkSession session, OptInResendFilter filter, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ResendSubject subject = await ResendSubject.ReadAsync(session, notices, cancellation);
        await using IResendLedger? ledger = await ledgers.FindAsync(subject, filter.LedgerConnection, writes: false, cancellation);
        foreach (LedgerRun run in await RunsAsync(subject, ledger, filter, cancellation))
        {
            await foreach (OptInResend resend in new ResendReport(subject, ledger!).PeopleAsync(run, filter, cancellation))
                yield return resend;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OptInResendRun> FindRunsAsync(
        ListmonkSession session, OptInResendFilter filter, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ResendSubject subject = await ResendSubject.ReadAsync(session, notices, cancellation);
        await using IResendLedger? ledger = await ledgers.FindAsync(subject, filter.LedgerConnection, writes: false, cancellation);
        foreach (LedgerRun run in await RunsAsync(subject, ledger, filter, cancellation))
            yield return await new ResendReport(subject, ledger!).RunAsync(run, counts: true, request: null, cancellation);
    }

    /// <inheritdoc/>
    public async Task<OptInResendRun> StopAsync(
        ListmonkSession session, string run, string? ledgerConnection, bool isCancelled, INoticeSink notices, CancellationToken cancellation)
    {
        ResendSubject subject = await ResendSubject.ReadAsync(session, notices, cancellation);
        await using IResendLedger? ledger = await ledgers.FindAsync(subject, ledgerConnection, writes: true, cancellation);
        LedgerRun found = (ledger is null ? null : await ledger.FindAsync(RunName.Check(run), cancellation)) ?? throw NotFound(run, subject, ledger);
        if (found.State is OptInResendRunState.Finished or OptInResendRunState.Cancelled)
            throw new FailureException(ResendFailures.RunOver(run, found.State.ToString()));
        OptInResendRunState wanted = isCancelled ? OptInResendRunState.Cancelled : OptInResendRunState.Stopped;
        string reason = Texts.Format("resend.reason.asked");
        await ledger!.SetStateAsync(found, wanted, reason, cancellation);
        // Who holds a journal notes it himself, a moment later.
        LedgerRun after = (await ledger.FindAsync(run, cancellation))! with { State = wanted, Reason = reason, NextAt = null };
        return await new ResendReport(subject, ledger).RunAsync(after, counts: false, request: null, cancellation);
    }

    private static IOptInSender SenderOf(PlanLink link, INoticeSink notices) => link.Sending is { } sending
        ? new SmtpOptInSender(sending, $"{link.Subject.Key}\n{link.Identity.Name}", link.Limits.ThrottleLimit, link.Subject.Server.Time)
        : new ApiOptInSender(link.Subject.Server, link.Identity.Account, new SendLog(link.Subject.Server, notices));

    private static PlanLink Patient(PlanLink link) =>
        link with { Subject = link.Subject with { Question = new PatientQuestion(link.Subject.Question, link.Subject.Server.Time) } };

    private static FailureException NotFound(string run, ResendSubject subject, IResendLedger? ledger) =>
        new(ResendFailures.RunNotFound(run, subject.Session.Name, ledger?.Place ?? subject.Database?.Place ?? ""));

    private static async Task<IReadOnlyList<LedgerRun>> RunsAsync(ResendSubject subject, IResendLedger? ledger, OptInResendFilter filter, CancellationToken cancellation)
    {
        NamePattern[] patterns = [.. filter.Run.Select(text => new NamePattern(text))];
        // A run that is named is reached by its name, however many others there are.
        if (ledger is not null && patterns.Length > 0 && patterns.All(pattern => !pattern.HasWildcard))
        {
            List<LedgerRun> named = [];
            foreach (string name in filter.Run)
                named.Add(await ledger.FindAsync(RunName.Check(name), cancellation) ?? throw NotFound(name, subject, ledger));
            return named;
        }

        if (ledger is null && patterns.FirstOrDefault(pattern => !pattern.HasWildcard) is not null)
            throw NotFound(filter.Run[0], subject, ledger);
        IReadOnlyList<LedgerRun> runs = ledger is null ? [] : await ledger.RunsAsync(cancellation);
        return [.. runs.Where(run => patterns.Length == 0 || patterns.Any(pattern => pattern.IsMatch(run.Name)))];
    }

    private static async Task<LedgerRun> FillAsync(IResendLedger ledger, PlanLink link, CancellationToken cancellation)
    {
        LedgerRun run = await ledger.FindAsync(link.Identity.Name, cancellation) ?? await ledger.CreateAsync(link.Identity, cancellation);
        RunResumption.Check(run, link.Identity, link.HasPeople || link.IsNew, link.Request.RetryInDoubt);
        foreach (ResendTarget[] page in link.People.Chunk(PeopleAtOnce))
            await ledger.AddAsync(run, page, cancellation);
        return run;
    }

    private static LedgerItem Marked(LedgerItem item, OutcomeMark mark) => item with
    {
        State = mark.State,
        Attempts = item.Attempts + (mark.State is LedgerState.Skipped or LedgerState.Due ? 0 : 1),
        NextAt = mark.NextAt,
        EndedAt = mark.At,
        Class = mark.Class,
        ReplyCode = mark.ReplyCode,
        ReplyText = mark.ReplyText,
        MessageId = mark.MessageId,
    };

    private static void Tell(OptInResend resend, Action<OptInResend>? each, INoticeSink notices)
    {
        notices.Verbose(Texts.Format("notice.resend.mail", resend.SubscriberId, resend.Email, resend.State, resend.ReplyText).TrimEnd());
        if (resend.State != OptInResendState.Due)
            each?.Invoke(resend);
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Planning;
using ListmonkPS.Core.Resend.Servers;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend;

/// <summary>Shows what the ledger knows, joined with what the server knows now: addresses, and who has confirmed since.</summary>
/// <param name="subject">The server.</param>
/// <param name="ledger">The ledger.</param>
internal sealed class ResendReport(ResendSubject subject, IResendLedger ledger)
{
    private const int PeopleAtOnce = 500;

    private static readonly LedgerState[] Mailed = [LedgerState.Sent, LedgerState.Queued];

    /// <summary>People of a run with their addresses.</summary>
    public async IAsyncEnumerable<OptInResend> PeopleAsync(LedgerRun run, OptInResendFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        LedgerState[] states = [.. Enum.GetValues<LedgerState>().Where(state => filter.State.Count == 0 || filter.State.Contains(Shown(state)))];
        await foreach ((LedgerItem item, DueAnswer answer) in JoinedAsync(run, states, cancellation))
        {
            if (!(item.EndedAt < filter.Since) && !(item.EndedAt >= filter.Before) && (item.EndedAt is not null || (filter.Since is null && filter.Before is null)))
                yield return Of(run, item, answer.Found);
        }
    }

    /// <summary>A run with its figures.</summary>
    /// <param name="run">The run.</param>
    /// <param name="counts">True to ask who has confirmed since.</param>
    /// <param name="request">How it was asked for; null where that is not known.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<OptInResendRun> RunAsync(LedgerRun run, bool counts, ResendRequest? request, CancellationToken cancellation)
    {
        LedgerFigures figures = await ledger.CountAsync(run, cancellation);
        return new OptInResendRun
        {
            Run = run.Name,
            State = run.State,
            Via = run.Identity.Via,
            Account = run.Identity.Account,
            Total = figures.Total,
            Sent = figures[LedgerState.Sent],
            Queued = figures[LedgerState.Queued],
            Retry = figures[LedgerState.Retry],
            GaveUp = figures[LedgerState.GaveUp],
            InDoubt = figures[LedgerState.InDoubt],
            Skipped = figures[LedgerState.Skipped],
            Left = figures.Left,
            Confirmed = counts ? await ConfirmedAsync(run, cancellation) : null,
            GaveUpBy = new TextList<string>(figures.GaveUpBy.OrderByDescending(pair => pair.Value).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}"))),
            StartedAt = run.StartedAt,
            EndedAt = run.EndedAt,
            NextAt = run.NextAt,
            Reason = run.Reason,
            ResumeWith = ResumeArguments.Of(run, request),
            Session = subject.Session.Name,
        };
    }

    /// <summary>One person of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="item">The person in the ledger.</param>
    /// <param name="person">The person as the server has him; null when he is gone.</param>
    public OptInResend Of(LedgerRun run, LedgerItem item, OptInRecipient? person) => new()
    {
        Run = run.Name,
        SubscriberId = item.Target.Id,
        SubscriberUuid = item.Target.Uuid,
        Email = person is null ? null : HarmlessText.Of(person.Email, HarmlessText.ValueLength),
        State = Shown(item.State),
        Attempts = item.Attempts,
        Via = run.Identity.Via,
        SentAt = WasMailed(item) ? item.EndedAt : null,
        NextAttemptAt = item.State == LedgerState.Retry ? item.NextAt : null,
        Class = item.Class,
        ReplyCode = item.ReplyCode,
        ReplyText = item.State == LedgerState.Skipped && Enum.TryParse(item.ReplyText, out NotDueReason reason) ? Texts.Format("resend.skipped." + reason) : item.ReplyText,
        MessageId = item.MessageId,
        Confirmed = person is null ? null : person.Lists.Count == 0 && (WasMailed(item) ? ConfirmedSince(item, person) : person.ConfirmedAt is not null),
        Session = subject.Session.Name,
    };

    private static OptInResendState Shown(LedgerState state) => state switch
    {
        LedgerState.Due => OptInResendState.Due,
        LedgerState.Claimed or LedgerState.Begun => OptInResendState.Claimed,
        LedgerState.Sent => OptInResendState.Sent,
        LedgerState.Queued => OptInResendState.Queued,
        LedgerState.Retry => OptInResendState.Retry,
        LedgerState.GaveUp => OptInResendState.GaveUp,
        LedgerState.InDoubt => OptInResendState.InDoubt,
        LedgerState.Skipped => OptInResendState.Skipped,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static bool WasMailed(LedgerItem item) => item.State is LedgerState.Sent or LedgerState.Queued or LedgerState.InDoubt;

    private static bool ConfirmedSince(LedgerItem item, OptInRecipient? person) => person?.ConfirmedAt >= item.EndedAt;

    private async Task<long> ConfirmedAsync(LedgerRun run, CancellationToken cancellation)
    {
        long count = 0;
        await foreach ((LedgerItem item, DueAnswer answer) in JoinedAsync(run, Mailed, cancellation))
            count += ConfirmedSince(item, answer.Found) ? 1 : 0;
        return count;
    }

    private async IAsyncEnumerable<(LedgerItem Item, DueAnswer Answer)> JoinedAsync(
        LedgerRun run, IReadOnlyCollection<LedgerState> states, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<LedgerItem> page = [];
        await foreach (LedgerItem item in ledger.ItemsAsync(run, states, cancellation))
        {
            page.Add(item);
            if (page.Count < PeopleAtOnce)
                continue;
            foreach ((LedgerItem, DueAnswer) pair in await JoinAsync(page, cancellation))
                yield return pair;
            page.Clear();
        }

        foreach ((LedgerItem, DueAnswer) pair in await JoinAsync(page, cancellation))
            yield return pair;
    }

    private async Task<IReadOnlyList<(LedgerItem Item, DueAnswer Answer)>> JoinAsync(List<LedgerItem> page, CancellationToken cancellation)
    {
        if (page.Count == 0)
            return [];
        IReadOnlyDictionary<int, DueAnswer> answers = await subject.Question.AskAsync([.. page.Select(item => item.Target)], cancellation);
        return [.. page.Select(item => (item, answers[item.Target.Id]))];
    }
}

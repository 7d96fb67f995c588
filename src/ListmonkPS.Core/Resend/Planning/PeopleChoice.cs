using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>
/// Finds out who of the input is due: each once, no look-alike of a bot unless asked for, nobody who was mailed lately or is in the run already.
/// </summary>
/// <param name="subject">The server.</param>
/// <param name="ledger">The ledger; null when there is none yet.</param>
/// <param name="run">The run that is resumed; null for a new one.</param>
/// <param name="journals">What the ledger will take over from local journals; null for nothing.</param>
/// <param name="request">What was asked for.</param>
/// <param name="limits">Its limits.</param>
internal sealed class PeopleChoice(
    ResendSubject subject, IResendLedger? ledger, LedgerRun? run, JournalHistory? journals, ResendRequest request, ResendLimits limits)
{
    private const int PeopleAtOnce = 1000;

    private readonly LedgerState[] _left =
        [LedgerState.Due, LedgerState.Claimed, LedgerState.Begun, LedgerState.Retry, .. request.RetryInDoubt ? [LedgerState.InDoubt] : Array.Empty<LedgerState>()];

    private readonly HashSet<int> _seen = [];
    private readonly Dictionary<Guid, LedgerState> _inRun = [];

    /// <summary>Numbers of the input that no subscriber has.</summary>
    public List<Failure> Unknown { get; } = [];

    /// <summary>Who is left in the run, as far as it was looked through.</summary>
    public IReadOnlyList<Guid> Left => [.. _inRun.Where(person => _left.Contains(person.Value)).Select(person => person.Key)];

    /// <summary>Chooses.</summary>
    public async Task<PlannedPeople> ChooseAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation)
    {
        PlannedPeople planned = new();
        if (run is not null)
            await LookIntoRunAsync(people.Count > 0 || request.HasOthers, planned, cancellation);
        foreach (ResendTarget[] page in people.Chunk(PeopleAtOnce))
            await ChooseAsync([.. page.Where(person => IsWanted(person, planned))], planned, cancellation);
        return planned;
    }

    /// <summary>Those who are left come first: the first of them are shown.</summary>
    private async Task LookIntoRunAsync(bool whole, PlannedPeople planned, CancellationToken cancellation)
    {
        List<ResendTarget> first = [];
        await foreach (LedgerItem item in ledger!.ItemsAsync(run!, whole ? Enum.GetValues<LedgerState>() : _left, cancellation))
        {
            if (whole)
                _inRun.Add(item.Target.Uuid, item.State);
            if (first.Count < PlannedPeople.ShownPeople && _left.Contains(item.State))
                first.Add(item.Target);
            else if (!whole)
                break;
        }

        IReadOnlyDictionary<int, DueAnswer> answers = first.Count == 0 ? new Dictionary<int, DueAnswer>() : await subject.Question.AskAsync(first, cancellation);
        foreach (ResendTarget person in first)
        {
            if (answers[person.Id].Recipient is { } recipient)
                planned.Show(recipient);
        }
    }

    private bool IsWanted(ResendTarget person, PlannedPeople planned)
    {
        if (!_seen.Add(person.Id))
            return false;
        if (!person.IsSuspect || request.IncludeSuspect)
            return true;
        planned.LeaveOut(NotDueReason.Suspect);
        return false;
    }

    private async Task ChooseAsync(ResendTarget[] page, PlannedPeople planned, CancellationToken cancellation)
    {
        if (page.Length == 0)
            return;
        IReadOnlyDictionary<int, DueAnswer> answers = await subject.Question.AskAsync(page, cancellation);
        Guid[] due = [.. answers.Values.Select(answer => answer.Recipient?.Uuid).OfType<Guid>()];
        IReadOnlyDictionary<Guid, LedgerPerson> known = ledger is null ? new Dictionary<Guid, LedgerPerson>() : await ledger.PeopleAsync(due, cancellation);
        DateTimeOffset recent = limits.MailedBefore(ledger?.Now ?? subject.Server.Time.GetUtcNow());
        foreach (ResendTarget person in page)
        {
            DueAnswer answer = answers[person.Id];
            if (answer.Recipient is not { } recipient)
                Refuse(person, answer.Reason!.Value, planned);
            else if (_inRun.TryGetValue(recipient.Uuid, out LedgerState state))
                LeaveToRun(state, planned);
            else if (known.GetValueOrDefault(recipient.Uuid)?.MailedAt > recent || journals?.Find(recipient.Uuid)?.MailedAt > recent)
                planned.LeaveOut(NotDueReason.MailedLately);
            else
                planned.Add(recipient);
        }
    }

    /// <summary>Who is left in the run counts there; who has an outcome there keeps it.</summary>
    private void LeaveToRun(LedgerState state, PlannedPeople planned)
    {
        if (!_left.Contains(state))
            planned.LeaveOut(NotDueReason.InRun);
    }

    /// <summary>Somebody who was given by number alone and does not exist is a fault of the input; one who was there a moment ago is merely gone.</summary>
    private void Refuse(ResendTarget person, NotDueReason reason, PlannedPeople planned)
    {
        planned.LeaveOut(reason);
        if (reason == NotDueReason.Gone && person.Uuid == Guid.Empty)
            Unknown.Add(ResendFailures.SubscriberNotFound(person.Id, subject.Session.Name));
    }
}

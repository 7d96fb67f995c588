using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>Finds out who of the input is due: each once, no look-alike of a bot unless asked for, nobody who was mailed lately.</summary>
/// <param name="subject">The server.</param>
/// <param name="ledger">The ledger; null when there is none yet.</param>
/// <param name="journals">What the ledger will take over from local journals; null for nothing.</param>
/// <param name="request">What was asked for.</param>
/// <param name="minimumInterval">Span within which nobody is mailed twice.</param>
internal sealed class PeopleChoice(ResendSubject subject, IResendLedger? ledger, JournalHistory? journals, ResendRequest request, TimeSpan minimumInterval)
{
    private const int PeopleAtOnce = 1000;

    private readonly HashSet<int> _seen = [];

    /// <summary>Numbers of the input that no subscriber has.</summary>
    public List<Failure> Unknown { get; } = [];

    /// <summary>Chooses.</summary>
    public async Task<PlannedPeople> ChooseAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation)
    {
        PlannedPeople planned = new();
        foreach (ResendTarget[] page in people.Chunk(PeopleAtOnce))
            await ChooseAsync([.. page.Where(person => IsWanted(person, planned))], planned, cancellation);
        return planned;
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
        DateTimeOffset recent = (ledger?.Now ?? subject.Server.Time.GetUtcNow()) - minimumInterval;
        foreach (ResendTarget person in page)
        {
            DueAnswer answer = answers[person.Id];
            if (answer.Recipient is not { } recipient)
                Refuse(person, answer.Reason!.Value, planned);
            else if (known.GetValueOrDefault(recipient.Uuid)?.MailedAt > recent || journals?.Find(recipient.Uuid)?.MailedAt > recent)
                planned.LeaveOut(NotDueReason.MailedLately);
            else
                planned.Add(recipient);
        }
    }

    /// <summary>Somebody who was given by number alone and does not exist is a fault of the input; one who was there a moment ago is merely gone.</summary>
    private void Refuse(ResendTarget person, NotDueReason reason, PlannedPeople planned)
    {
        planned.LeaveOut(reason);
        if (reason == NotDueReason.Gone && person.Uuid == Guid.Empty)
            Unknown.Add(ResendFailures.SubscriberNotFound(person.Id, subject.Session.Name));
    }
}

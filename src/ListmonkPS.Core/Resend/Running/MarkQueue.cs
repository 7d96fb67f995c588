using System.Threading.Channels;
using ListmonkPS.Core.Resend.Ledger;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>
/// Commits marks in groups: whatever has come while one commit was under way goes into the next. Marks are committed in the order in which they come, so an
/// outcome that a sender noted before it began another mail is never later on disk than that begin: no sender has more than two mails whose end is not known.
/// </summary>
internal sealed class MarkQueue
{
    private const int MostAtOnce = 500;

    private readonly Channel<Mark> _marks = Channel.CreateUnbounded<Mark>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IResendLedger _ledger;
    private readonly LedgerRun _run;
    private readonly Func<BeginRule> _rule;
    private readonly CancellationToken _cancellation;

    /// <summary>Begins to take marks.</summary>
    /// <param name="ledger">Where they go.</param>
    /// <param name="run">The run.</param>
    /// <param name="rule">What has to hold for a begin, now.</param>
    /// <param name="cancellation">Ends the waits for the ledger.</param>
    public MarkQueue(IResendLedger ledger, LedgerRun run, Func<BeginRule> rule, CancellationToken cancellation)
    {
        (_ledger, _run, _rule, _cancellation) = (ledger, run, rule, cancellation);
        Ended = Task.Run(PumpAsync, CancellationToken.None);
    }

    /// <summary>Ends when all marks are on disk, or fails with the failure of the ledger.</summary>
    public Task Ended { get; }

    /// <summary>Notes that a mail begins; returns when that is on disk, or refused.</summary>
    public async Task<BeginVerdict> BeginAsync(Guid person)
    {
        Mark mark = new(person, null, null);
        return _marks.Writer.TryWrite(mark) ? await mark.Verdict.Task : BeginVerdict.Lost;
    }

    /// <summary>Notes an outcome, without waiting for the disk.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="afterwards">Done when it is on disk.</param>
    public void Note(OutcomeMark outcome, Action? afterwards = null) => _marks.Writer.TryWrite(new Mark(outcome.Uuid, outcome, afterwards));

    /// <summary>Returns when all marks so far are on disk.</summary>
    public Task FlushAsync()
    {
        Mark mark = new(Guid.Empty, null, null) { IsFlush = true };
        return _marks.Writer.TryWrite(mark) ? mark.Verdict.Task : Ended;
    }

    /// <summary>Takes no further marks.</summary>
    public void Complete() => _marks.Writer.TryComplete();

    private async Task PumpAsync()
    {
        List<Mark> group = [];
        try
        {
            while (await _marks.Reader.WaitToReadAsync(CancellationToken.None))
            {
                while (group.Count < MostAtOnce && _marks.Reader.TryRead(out Mark? mark))
                    group.Add(mark);
                await CommitAsync(group);
                group.Clear();
            }
        }
        catch (Exception exception)
        {
            // Nobody may begin any more, and nobody may wait for ever.
            _marks.Writer.TryComplete(exception);
            while (_marks.Reader.TryRead(out Mark? mark))
                group.Add(mark);
            group.ForEach(mark => mark.Verdict.TrySetException(exception));
            throw;
        }
    }

    private async Task CommitAsync(List<Mark> group)
    {
        OutcomeMark[] outcomes = [.. group.Where(mark => mark.Outcome is not null).Select(mark => mark.Outcome!)];
        Mark[] begins = [.. group.Where(mark => mark is { Outcome: null, IsFlush: false })];
        IReadOnlyList<BeginVerdict> verdicts = await _ledger.MarkAsync(_run, outcomes, [.. begins.Select(mark => mark.Person)], _rule(), _cancellation);
        for (int index = 0; index < begins.Length; index++)
            begins[index].Verdict.SetResult(verdicts[index]);
        foreach (Mark mark in group)
        {
            mark.Afterwards?.Invoke();
            mark.Verdict.TrySetResult(BeginVerdict.Begun); // of a flush
        }
    }

    private sealed record Mark(Guid Person, OutcomeMark? Outcome, Action? Afterwards)
    {
        public bool IsFlush { get; init; }

        public TaskCompletionSource<BeginVerdict> Verdict { get; } = NewVerdict();

        /// <summary>A fault that nobody waits for any more is no unobserved one.</summary>
        private static TaskCompletionSource<BeginVerdict> NewVerdict()
        {
            TaskCompletionSource<BeginVerdict> verdict = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = verdict.Task.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return verdict;
        }
    }
}

using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Tests.Evidence.Domain;

/// <summary>
/// A DNS that answers in rounds: when nothing goes on without an answer, all that was asked meanwhile is answered together. So many rounds there are, so many times
/// the delay of a slow DNS is waited for; how busy this machine is has no part in it. All work is done on the calling thread, one piece after the other.
/// </summary>
/// <param name="inner">Knows the answers.</param>
internal sealed class LookupRounds(IDnsLookup inner) : SynchronizationContext, IDnsLookup
{
    private readonly Queue<(SendOrPostCallback Piece, object? State)> _work = [];
    private readonly List<TaskCompletionSource> _asked = [];

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    public async ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation)
    {
        TaskCompletionSource turn = new();
        _asked.Add(turn);
        await turn.Task;
        return await inner.AskAsync(question, cancellation);
    }

    public override void Post(SendOrPostCallback d, object? state) => _work.Enqueue((d, state));

    /// <summary>Does work to its end.</summary>
    /// <exception cref="InvalidOperationException">It waits for something else than an answer.</exception>
    public T Run<T>(Func<Task<T>> work)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            Task<T> done = work();
            while (true)
            {
                while (_work.TryDequeue(out (SendOrPostCallback Piece, object? State) next))
                    next.Piece(next.State);
                if (done.IsCompleted)
                    return done.GetAwaiter().GetResult();
                AnswerAll();
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void AnswerAll()
    {
        TaskCompletionSource[] round = _asked.Count > 0 ? [.. _asked] : throw new InvalidOperationException("It waits for something else than an answer.");
        _asked.Clear();
        Count++;
        foreach (TaskCompletionSource turn in round)
            turn.SetResult();
    }
}

namespace ListmonkPS.Core.Dns.Lookup.Guards;

/// <summary>
/// One deadline for all questions of a run: what is not answered by then was not answered in time, and the rest of the run goes on at once. While nobody
/// has said anything the deadline is a nearer one: a network without DNS must not cost the time of one that is slow.
/// </summary>
internal sealed class DeadlineLookup : IDnsLookup, IDisposable
{
    private static readonly DnsAnswer TooLate = new(DnsAnswerKind.Timeout);

    private readonly IDnsLookup _inner;
    private readonly TimeProvider _time;
    private readonly TimeSpan _whole;
    private readonly long _start;
    private readonly CancellationTokenSource _end;
    private int _heard;

    /// <summary>Makes it; the time begins now.</summary>
    /// <param name="inner">Who is asked.</param>
    /// <param name="whole">Time for all questions together.</param>
    /// <param name="silence">Time after which it ends when nothing at all was answered.</param>
    /// <param name="time">Clock.</param>
    public DeadlineLookup(IDnsLookup inner, TimeSpan whole, TimeSpan silence, TimeProvider time)
    {
        (_inner, _whole, _time) = (inner, whole, time);
        _start = time.GetTimestamp();
        _end = new CancellationTokenSource(silence < whole ? silence : whole, time);
    }

    /// <summary>True when any server said anything.</summary>
    public bool HasHeard => _heard != 0;

    public async ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation)
    {
        if (_end.IsCancellationRequested)
            return TooLate;
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, cancellation);
        try
        {
            DnsAnswer answer = await _inner.AskAsync(question, either.Token);
            if (answer.Kind is not (DnsAnswerKind.Timeout or DnsAnswerKind.Unreachable))
                Hear();
            return answer;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return TooLate;
        }
    }

    public void Dispose() => _end.Dispose();

    private void Hear()
    {
        if (Interlocked.Exchange(ref _heard, 1) != 0)
            return;
        TimeSpan left = _whole - _time.GetElapsedTime(_start);
        _end.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }
}

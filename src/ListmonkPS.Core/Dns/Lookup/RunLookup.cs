using System.Collections.Concurrent;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>
/// Asks each question once a run, however many parts of the run want it and at the same time. Made for one run and thrown away with it:
/// so nothing is stale in the next.
/// </summary>
/// <param name="inner">Who is asked.</param>
/// <param name="run">Ends the run; one part that stops waiting does not take the answer from the others.</param>
internal sealed class RunLookup(IDnsLookup inner, CancellationToken run) : IDnsLookup
{
    private readonly ConcurrentDictionary<DnsQuestion, Lazy<Task<DnsAnswer>>> _answers = new();

    /// <summary>The questions asked so far, in no order.</summary>
    public IReadOnlyCollection<DnsQuestion> Asked => [.. _answers.Keys];

    public ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation)
    {
        Task<DnsAnswer> answer = _answers.GetOrAdd(
            question,
            static (key, self) => new Lazy<Task<DnsAnswer>>(() => self.inner.AskAsync(key, self.run).AsTask()),
            (inner, run)).Value;
        return new ValueTask<DnsAnswer>(answer.IsCompleted ? answer : answer.WaitAsync(cancellation));
    }
}

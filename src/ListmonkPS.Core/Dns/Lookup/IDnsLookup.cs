namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>
/// Asks the DNS. The one port of this room: met by <see cref="ServerLookup"/> over the network and by the test bench in memory.
/// Whatever a server does is an answer, never an exception; each implementation bounds its own waits.
/// </summary>
internal interface IDnsLookup
{
    /// <summary>Asks one question and follows CNAMEs.</summary>
    /// <param name="question">What to ask. A name that no query can carry gets NxDomain without one being sent.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token ended the wait.</exception>
    ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation);
}

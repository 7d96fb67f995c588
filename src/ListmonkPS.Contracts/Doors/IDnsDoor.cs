namespace ListmonkPS;

/// <summary>What the DNS says about the mail of a domain. Within one call each name is asked once.</summary>
public interface IDnsDoor
{
    /// <summary>Checks SPF for each address of each request, in order.</summary>
    /// <param name="session">Whose sender, hello name and relay are taken where a request leaves them open; null for none.</param>
    /// <param name="requests">What to check.</param>
    /// <param name="dns">Whom to ask.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">A request cannot be understood, or the session's settings cannot be read.</exception>
    IAsyncEnumerable<SpfResult> TestSpfAsync(
        ListmonkSession? session, IReadOnlyList<SpfRequest> requests, DnsOptions dns, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Judges the DKIM keys of each request.</summary>
    /// <param name="session">Whose From domain is taken where a request leaves it open; null for none.</param>
    /// <param name="requests">Which keys.</param>
    /// <param name="dns">Whom to ask.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">A request cannot be understood, a mail file or the session's settings cannot be read.</exception>
    IAsyncEnumerable<DkimResult> TestDkimAsync(
        ListmonkSession? session, IReadOnlyList<DkimRequest> requests, DnsOptions dns, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Finds the DMARC policy for each request, and the outcome for a message where its authentication is given.</summary>
    /// <param name="session">Whose From domain is taken where a request leaves it open; null for none.</param>
    /// <param name="requests">What to check.</param>
    /// <param name="dns">Whom to ask.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">A request cannot be understood, or the session's settings cannot be read.</exception>
    IAsyncEnumerable<DmarcResult> TestDmarcAsync(
        ListmonkSession? session, IReadOnlyList<DmarcRequest> requests, DnsOptions dns, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Tests the domain of each request as a whole; of each what is wrong comes first.</summary>
    /// <param name="session">Whose sender, relay and links are taken where a request leaves them open; null for none.</param>
    /// <param name="requests">Which domains.</param>
    /// <param name="dns">Whom to ask.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">A request cannot be understood, a mail file or the session's settings cannot be read.</exception>
    IAsyncEnumerable<DnsTest> TestDomainAsync(
        ListmonkSession? session, IReadOnlyList<DnsTestRequest> requests, DnsOptions dns, INoticeSink notices, CancellationToken cancellation);
}

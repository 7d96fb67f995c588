namespace ListmonkPS;

/// <summary>Counting and finding subscribers.</summary>
public interface ISubscriberDoor
{
    /// <summary>Counts people by list, state and subscription state.</summary>
    /// <param name="session">Where.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">The counts cannot be read.</exception>
    Task<IReadOnlyList<SubscriberStatusCount>> CountAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Streams the people who wait for confirmation, oldest first, ties by number, in pages; no query stays open between pages.</summary>
    /// <param name="session">Where.</param>
    /// <param name="filter">Which.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work and the query.</param>
    /// <exception cref="FailureException">They cannot be read, or a list that was named does not exist.</exception>
    IAsyncEnumerable<UnconfirmedSubscriber> FindUnconfirmedAsync(ListmonkSession session, UnconfirmedFilter filter, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Counts who of some people would be removed: enabled, still waiting, and past the grace period. It reads only.</summary>
    /// <param name="session">Where.</param>
    /// <param name="request">Whom.</param>
    /// <param name="notices">Told when what this machine sent again cannot be read.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">They cannot be read, or a right to remove is missing.</exception>
    Task<int> CountRemovableAsync(ListmonkSession session, RemovalRequest request, INoticeSink notices, CancellationToken cancellation);

    /// <summary>
    /// Removes the waiting subscriptions of people, and people who have no other subscription. They are written to the file, on disk, before they are removed.
    /// </summary>
    /// <param name="session">Where.</param>
    /// <param name="request">Whom.</param>
    /// <param name="notices">Takes progress.</param>
    /// <param name="cancellation">Ends the work; what is removed stays so.</param>
    /// <returns>Each who was removed.</returns>
    /// <exception cref="FailureException">The file cannot be written, or they cannot be removed.</exception>
    IAsyncEnumerable<UnconfirmedSubscriber> RemoveAsync(ListmonkSession session, RemovalRequest request, INoticeSink notices, CancellationToken cancellation);
}

namespace ListmonkPS;

/// <summary>What waits or is under way at a server.</summary>
public interface IQueueDoor
{
    /// <summary>Reads campaigns, those who wait by age, today's mails, and the runs of our own.</summary>
    /// <param name="session">Which server.</param>
    /// <param name="request">What it is held against.</param>
    /// <param name="failed">Takes why a part cannot be read; the others go on.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">The session has neither API nor database.</exception>
    Task<IReadOnlyList<QueueItem>> ReadAsync(
        ListmonkSession session, QueueRequest request, Action<Failure> failed, INoticeSink notices, CancellationToken cancellation);
}

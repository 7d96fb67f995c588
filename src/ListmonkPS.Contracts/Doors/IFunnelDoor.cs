namespace ListmonkPS;

/// <summary>Measuring how sign-ups become confirmations.</summary>
public interface IFunnelDoor
{
    /// <summary>Counts sign-ups by list and period, and what has become of them: list by list, oldest period first, periods without sign-ups too.</summary>
    /// <param name="session">Where.</param>
    /// <param name="filter">Which sign-ups.</param>
    /// <param name="every">Length of a period: an hour, a day or a week.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work and the query.</param>
    /// <exception cref="FailureException">They cannot be read, or a list that was named does not exist.</exception>
    Task<IReadOnlyList<OptInPeriod>> MeasureAsync(
        ListmonkSession session, FunnelFilter filter, TimeSpan every, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Looks for the point from which on fewer people confirm; none when there is no such point.</summary>
    /// <param name="session">Where.</param>
    /// <param name="filter">Which sign-ups.</param>
    /// <param name="scope">Whether all sign-ups are looked at as one, or list by list, domain by domain, hour by hour of the day.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work and the query.</param>
    /// <exception cref="FailureException">They cannot be read, or a list that was named does not exist.</exception>
    Task<IReadOnlyList<OptInBreak>> FindBreaksAsync(
        ListmonkSession session, FunnelFilter filter, BreakScope scope, INoticeSink notices, CancellationToken cancellation);
}

namespace ListmonkPS.Core.Listmonk.OptIn.Removing;

/// <summary>Finds and removes people who waited too long: by the database or by the API.</summary>
internal interface IRemover
{
    /// <summary>How many are handled at a time.</summary>
    int PeopleAtOnce { get; }

    /// <summary>Those of some people who are stale now.</summary>
    /// <param name="ids">Numbers of people.</param>
    /// <param name="rule">Who is stale.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<StalePerson>> FindAsync(int[] ids, StaleRule rule, CancellationToken cancellation);

    /// <summary>Removes stale people, or of those with other subscriptions the waiting ones.</summary>
    /// <param name="people">People who were found a moment ago.</param>
    /// <param name="rule">Who is stale: who is not any more stays, as far as the server can tell.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Numbers of those who were removed.</returns>
    Task<IReadOnlySet<int>> RemoveAsync(IReadOnlyList<StalePerson> people, StaleRule rule, CancellationToken cancellation);
}

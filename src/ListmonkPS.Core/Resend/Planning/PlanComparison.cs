namespace ListmonkPS.Core.Resend.Planning;

/// <summary>
/// Finds plans of one command that would mail the same people. It goes by the UUIDs of subscribers, which no two servers share: a server has many addresses, and
/// its ledgers (a database, a journal) do not know of each other.
/// </summary>
internal static class PlanComparison
{
    /// <summary>The plans that clash, two at a time.</summary>
    /// <param name="plans">The plans of the command.</param>
    public static IReadOnlyList<PlanClash> Clashes(IReadOnlyList<(ListmonkSession Session, ResendPlan Plan)> plans)
    {
        Dictionary<Guid, ListmonkSession> mailedBy = [];
        Dictionary<(ListmonkSession One, ListmonkSession Other), int> shared = [];
        foreach ((ListmonkSession session, ResendPlan plan) in plans)
        {
            foreach (Guid person in Everybody((PlanLink)plan.Link!))
            {
                if (!mailedBy.TryAdd(person, session) && mailedBy[person] is var first && first != session)
                    shared[(first, session)] = shared.GetValueOrDefault((first, session)) + 1;
            }
        }

        return [.. shared.Select(pair => new PlanClash(pair.Key.One, pair.Key.Other, ResendFailures.SessionsOverlap(pair.Key.One.Name, pair.Key.Other.Name, pair.Value)))];
    }

    private static IEnumerable<Guid> Everybody(PlanLink plan) => plan.People.Select(person => person.Uuid).Concat(plan.Left);
}
